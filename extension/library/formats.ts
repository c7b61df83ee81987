import type { ExportFormat } from "../shared/files-client";

/** The forms of an export by their own names, which are no language's. */
export const FORMATS: Record<ExportFormat, { label: string; suffix: string }> = {
  bibtex: { label: "BibTeX", suffix: "bib" },
  ris: { label: "RIS", suffix: "ris" },
  csl: { label: "CSL-JSON", suffix: "csl.json" },
  csv: { label: "CSV", suffix: "csv" },
  obsidian: { label: "Markdown (Obsidian)", suffix: "zip" },
  zotero: { label: "Markdown (Zotero)", suffix: "zip" },
  json: { label: "JSON (PaperGloss)", suffix: "json" },
};
