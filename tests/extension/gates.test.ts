import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
let folder: string;

/** A small tree under the project's own rules, for files that break them. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gates-"));
  for (const name of ["tsconfig.json", "biome.json", "manifest-build/lint"]) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

function run(tool: string, ...options: string[]): string {
  const path = join(ROOT, "node_modules/.bin", tool);
  const { stdout, stderr } = spawnSync(path, options, { cwd: folder, encoding: "utf8" });
  return stdout + stderr;
}

describe("page storage is forbidden in the extension", () => {
  const broken = [
    'localStorage.setItem("a", "b");',
    "export const kept = window.sessionStorage;",
    'export const opened = globalThis.indexedDB.open("a");',
    'export const cache = caches.open("a");',
    'export const hidden = window["localStorage"];',
    "export const { indexedDB: renamed } = window;",
  ];
  let said: string;

  beforeAll(() => {
    broken.forEach((code, n) => {
      write(`extension/panel/broken${n}.ts`, `${code}\n`);
    });
    write("extension/panel/fine.ts", 'export const kept = chrome.storage.local.get("a");\n');
    said = run("biome", "lint", "extension/panel");
  });

  test.each(broken.map((code, n) => [code, n]))("%s", (_code, n) => {
    expect(said).toMatch(new RegExp(`broken${n}\\.ts:1:\\d+ plugin`));
  });

  test("storage.local is allowed", () => {
    expect(said).not.toContain("fine.ts");
  });
});

describe("who may import whom", () => {
  const forbidden = [
    ["panel/a", "options/b", "pages-never-import-each-other"],
    ["content/a", "background/b", "pages-never-import-each-other"],
    ["ui/a", "library/b", "ui-imports-only-what-lies-below"],
    ["shared/a", "ui/b", "shared-imports-only-what-lies-below"],
    ["arxiv/a", "shared/b", "arxiv-imports-only-what-lies-below"],
    ["welcome/a", "ui/missing", "no-unresolved"],
  ] as const;
  const allowed = [
    ["panel/c", "ui/b"],
    ["content/c", "arxiv/b"],
    ["ui/c", "shared/b"],
  ] as const;
  let said: string;

  beforeAll(() => {
    for (const [importer, imported] of [...forbidden, ...allowed]) {
      write(`extension/${importer}.ts`, `export * from "../${imported}";\n`);
      if (imported.endsWith("/b")) write(`extension/${imported}.ts`, "export const x = 1;\n");
    }
    said = run("depcruise", "--config", join(ROOT, ".dependency-cruiser.cjs"), "extension");
  });

  test.each(forbidden)("%s may not import %s", (importer, imported, rule) => {
    const target = imported.endsWith("/b") ? `extension/${imported}.ts` : `../${imported}`;
    expect(said).toContain(`${rule}: extension/${importer}.ts → ${target}`);
  });

  test.each(allowed)("%s may import %s", (importer) => {
    expect(said).not.toContain(`extension/${importer}.ts`);
  });
});

describe("API types are what the backend's document says", () => {
  const check = () => spawnSync("node", ["manifest-build/api-types.mjs", "--check"], { cwd: folder }).status;

  beforeAll(() => {
    for (const name of [
      "manifest-build/api-types.mjs",
      "extension/shared/openapi.json",
      "extension/shared/api.ts",
    ]) {
      cpSync(join(ROOT, name), join(folder, name));
    }
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  });

  test("current types pass, edited ones do not", () => {
    expect(check()).toBe(0);
    appendFileSync(join(folder, "extension/shared/api.ts"), "export type Extra = 1;\n");
    expect(check()).toBe(1);
  });
});
