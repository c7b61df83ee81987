import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");
const LOCALES = join(ROOT, "extension/_locales");

type Messages = Record<string, { message: string }>;
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const messagesOf = (locale: string): Messages =>
  JSON.parse(read(`extension/_locales/${locale}/messages.json`));

const english = messagesOf("en");
const keys = Object.keys(english);
const sources = [
  ...(readdirSync(join(ROOT, "extension"), { recursive: true }) as string[])
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => read(`extension/${name}`)),
  read("manifest-build/manifests/base.json"),
].join("\n");

const slugs = [
  ...read("backend/papergloss/errors.py").matchAll(/^ {4}type(?:: ClassVar\[str\])? = "([a-z-]+)"/gm),
].map(([, slug = ""]) => slug.replaceAll("-", "_"));
const schema = JSON.parse(read("tests/cases/card.schema.json"));
const kinds = (model: string): string[] => schema.$defs[model].properties.kind.enum;
const roles = ["problem", "method", "result", "limit", "resource"];

/** Keys that the code puts together from what comes over the wire. */
const COMPOSED = new Set([
  ...slugs.flatMap((slug) => [`problem_${slug}`, `hint_${slug}`]),
  ...kinds("Warning").flatMap((kind) => [`warning_${kind}`, `warning_${kind}_page`]),
  ...kinds("Figure").map((kind) => `figure_${kind}`),
  ...roles.map((role) => `role_${role}`),
  ...schema.$defs.SectionRead.properties.read.enum.map((way: string) => `coverage_${way}`),
  ...["system", "light", "dark"].map((theme) => `theme_${theme}`),
]);

const holes = (message: string) => [...message.matchAll(/\$\d/g)].map(([hole]) => hole).sort();

test.each(readdirSync(LOCALES))("%s has every message, with the same places to fill", (locale) => {
  const messages = messagesOf(locale);
  expect(Object.keys(messages).sort()).toEqual([...keys].sort());
  for (const key of keys) {
    expect(messages[key]?.message, key).toBeTruthy();
    expect([key, ...holes(messages[key]?.message ?? "")]).toEqual([
      key,
      ...holes(english[key]?.message ?? ""),
    ]);
  }
});

test("every message is used", () => {
  const unused = keys.filter(
    (key) =>
      !sources.includes(`"${key}"`) &&
      !sources.includes(`__MSG_${key}__`) &&
      !COMPOSED.has(key) &&
      !key.startsWith("kept_"),
  );
  expect(unused).toEqual([]);
});

test("every problem and every kind of warning, figure and role has its words", () => {
  const optional = (key: string) => key.endsWith("_page");
  expect([...COMPOSED].filter((key) => !optional(key) && !keys.includes(key))).toEqual([]);
});

test("every message that the code names exists", () => {
  const named = [...sources.matchAll(/\bt\(\s*"([a-z0-9_]+)"/g)].map(([, key]) => key ?? "");
  expect(named.filter((key) => !keys.includes(key))).toEqual([]);
});

test.each(readdirSync(LOCALES))(
  "no message of %s holds what Chromium takes for a named placeholder",
  (locale) => {
    const taken = Object.values(messagesOf(locale)).filter(({ message }) => /\$[\w@]+\$/.test(message));
    expect(taken).toEqual([]);
  },
);
