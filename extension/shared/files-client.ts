import type { ExportQuery, ImportAnswer } from "./api";
import type { Backend } from "./client";

export type ExportFormat = ExportQuery["format"];

/** Which papers: those named, or those that the search box's text finds (empty: all). */
export type Papers = { ids: readonly string[] } | { q: string };

/** Reading and writing many thousands of papers takes its time. */
const FILE_TIMEOUT_MS = 10 * 60_000;

/** Papers as a file. */
export async function exportPapers(backend: Backend, format: ExportFormat, papers: Papers): Promise<Blob> {
  const query = new URLSearchParams({ format });
  if ("ids" in papers) for (const id of papers.ids) query.append("ids", id);
  else if (papers.q) query.set("q", papers.q);
  const signal = AbortSignal.timeout(FILE_TIMEOUT_MS);
  return (await backend.send(`/library/export?${query}`, { signal })).blob();
}

/** Imports a file; as a `preview` it only says what would be done. */
export function importFile(backend: Backend, file: File, preview: boolean): Promise<ImportAnswer> {
  return backend.json(`/library/import?preview=${preview}`, {
    method: "POST",
    body: file,
    headers: { "content-type": "application/octet-stream" },
    signal: AbortSignal.timeout(FILE_TIMEOUT_MS),
  });
}
