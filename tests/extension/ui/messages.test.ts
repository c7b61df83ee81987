import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { differing, type Messages, missing, untranslated, unused } from "../support/message-checks";

const ROOT = join(import.meta.dirname, "../../..");
const LOCALES = join(ROOT, "extension/_locales");

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

const ERRORS = "backend/papergloss/errors";
const slugs = readdirSync(join(ROOT, ERRORS))
  .filter((name) => name.endsWith(".py"))
  .flatMap((name) => [
    ...read(`${ERRORS}/${name}`).matchAll(/^ {4}type(?:: ClassVar\[str\])? = "([a-z-]+)"/gm),
  ])
  .map(([, slug = ""]) => slug.replaceAll("-", "_"));
const schema = JSON.parse(read("tests/cases/card.schema.json"));
const kinds = (model: string): string[] => schema.$defs[model].properties.kind.enum;
const roles = ["problem", "method", "result", "limit", "resource"];

/** Keys that the code puts together from what comes over the wire. */
const COMPOSED = new Set([
  ...slugs.flatMap((slug) => [`problem_${slug}`, `hint_${slug}`]),
  ...kinds("Warning").flatMap((kind) => [`warning_${kind}`, `warning_${kind}_page`]),
  ...kinds("Figure").map((kind) => `figure_${kind}`),
  ...roles.map((role) => `role_${role}`),
  ...schema.$defs.DeepSection.properties.name.enum.map((name: string) => `deep_${name}`),
  ...schema.$defs.Resource.properties.of.enum.map((what: string) => `deep_of_${what}`),
  ...schema.$defs.SectionRead.properties.read.enum.map((way: string) => `coverage_${way}`),
  ...["system", "light", "dark"].map((theme) => `theme_${theme}`),
  ...["sans", "serif"].map((font) => `font_${font}`),
]);

test.each(readdirSync(LOCALES))("%s has every message, with the same places to fill", (locale) => {
  expect(differing(messagesOf(locale), english)).toEqual([]);
});

test.each(readdirSync(LOCALES).filter((locale) => locale !== "en"))("%s is translated", (locale) => {
  expect(untranslated(messagesOf(locale), english)).toEqual([]);
});

test("every message is used", () => {
  expect(unused(keys, sources, COMPOSED)).toEqual([]);
});

test("every problem and every kind of warning, figure and role has its words", () => {
  const optional = (key: string) => key.endsWith("_page");
  expect([...COMPOSED].filter((key) => !optional(key) && !keys.includes(key))).toEqual([]);
});

test("every message that the code names exists", () => {
  expect(missing(keys, sources)).toEqual([]);
});

test("a missing, empty, wrongly filled, untranslated or unused message would be noticed", () => {
  const { close: _close, ...without } = english;
  expect(differing(without, english)).toEqual(["close"]);
  expect(differing({ ...english, extra: { message: "x" } }, english)).toEqual(["extra"]);
  expect(differing({ ...english, close: { message: "" } }, english)).toEqual(["close"]);
  expect(differing({ ...english, pair_question: { message: "Connect?" } }, english)).toEqual([
    "pair_question",
  ]);
  expect(untranslated(english, english)).toContain("pair_question_lead");
  expect(unused([...keys, "nobody_s"], sources, COMPOSED)).toEqual(["nobody_s"]);
  expect(missing(Object.keys(without), sources)).toContain("close");
});

test.each(readdirSync(LOCALES))(
  "no message of %s holds what Chromium takes for a named placeholder",
  (locale) => {
    const taken = Object.values(messagesOf(locale)).filter(({ message }) => /\$[\w@]+\$/.test(message));
    expect(taken).toEqual([]);
  },
);
