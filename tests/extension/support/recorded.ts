import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const DATA = process.env.PAPERGLOSS_DATA ?? resolve(ROOT, "../shared/data");

/** True where the folder of recorded real inputs is there; tests that need it skip by name without. */
export const hasRecorded = existsSync(join(DATA, "pages"));

const FOLDERS = ["pages/abs", "pages/captured", "pages/list", "pages/other", "pages/search", "html"];

/** All recorded pages of arXiv's, e.g. `pages/abs/abs_1706.03762.html`, `html/1706.03762v7.html`. */
export function recordedPages(): string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(DATA, folder))
      .filter((name) => name.endsWith(".html"))
      .map((name) => `${folder}/${name}`),
  );
}

/** The text of a recorded page. */
export function recordedPage(name: string): string {
  return readFileSync(join(DATA, name), "utf8");
}

/** A case file of tests/cases, which pytest reads too. */
export function cases<T>(name: string): T {
  return JSON.parse(readFileSync(join(ROOT, "tests/cases", name), "utf8"));
}
