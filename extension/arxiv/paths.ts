const PAPER =
  /^\/(?:abs|pdf|html)\/(?:arxiv:)?(?:(\d{4}\.\d{4,5})|([a-z-]+)(?:\.[a-z-]+)?(\/\d{7}))(v[1-9]\d*)?(?:\.pdf)?(?:\/|$)/i;

/**
 * The id, with the version where there is one, in a path of arXiv's own; null where the path is not
 * about one paper. Small, as it is injected into pages: arXiv wrote the path, so its shape is enough.
 * What people paste is read by `parseArxivId`, and every id is read again before it is used.
 */
export function paperOfPath(path: string): string | null {
  const [, modern, archive, number, version = ""] = PAPER.exec(path) ?? [];
  if (modern) return modern + version.toLowerCase();
  return archive && number ? archive.toLowerCase() + number + version.toLowerCase() : null;
}
