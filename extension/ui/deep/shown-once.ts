import type { DeepSection } from "../../shared/api";

/** The sections, each figure and table only where it comes first: sections are written side by side. */
export function shownOnce(sections: readonly DeepSection[]): DeepSection[] {
  const seen = new Set<string>();
  return sections.map((section) => ({
    ...section,
    blocks: section.blocks.filter((block) => {
      if (block.kind !== "figure" && block.kind !== "table") return true;
      const name = `${block.kind === "table" ? "table" : block.of} ${block.number}`;
      return !seen.has(name) && seen.add(name);
    }),
  }));
}
