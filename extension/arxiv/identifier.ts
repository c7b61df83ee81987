/**
 * arXiv identifiers in every form that people paste.
 *
 * The twin of `backend/papergloss/arxiv/identifier.py`: same names, same patterns, same table of
 * cases (`tests/cases/identifiers.json`). Change both. The grammar is arXiv's own:
 * https://info.arxiv.org/help/arxiv_identifier.html.
 */

/** A paper as arXiv writes it: `2503.20680`, `hep-th/9901001`; `version` null means the newest. */
export interface ArxivId {
  readonly id: string;
  readonly version: number | null;
}

/** Characters; longer than any address that a browser shows. */
const MAX_LENGTH = 2048;

/** What surrounds an id in running text, in brackets or after copying. */
const EDGES = new Set(
  " \t\r\n\f\v\u00a0\u2009\u200b\u3000\ufeff.,;:!?*_|/'\"`“”‘’«»()[]{}<>。，；：！？、（）【】《》「」",
);

/** The archives that gave out old-style ids, until March 2007. */
const ARCHIVES = new Set(
  (
    "acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat " +
    "cs dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol " +
    "physics plasm-ph q-alg q-bio quant-ph solv-int supr-con"
  ).split(" "),
);

const NEW = "([0-9]{2}(?:0[1-9]|1[0-2]))\\.([0-9]{4,5})";
const OLD = "([a-z-]+)(?:\\.[a-z-]{2,})?/([0-9]{2}(?:0[1-9]|1[0-2]))([0-9]{3})";
const ID = `(?:${NEW}|${OLD})(?:v([1-9][0-9]{0,2}))?`;
const PREFIX = "(?:oai:arxiv\\.org:|(?:doi:[ ]?)?(?:10\\.48550/)?(?:arxiv[ ]?[:. ][ ]?)?)";
const SCHEME = "(?:https?:)?(?://)?";
const HOST = "((?:[a-z0-9-]+\\.)+[a-z]{2,})(?::[0-9]{1,5})?";

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, "is");

const BARE = whole(`${PREFIX}${ID}(?:\\.pdf)?(?:[ ]?\\[.*)?`);
const DOI = whole(`10\\.48550/arxiv\\.${ID}`);
const IN_PATH = whole(`(?:arxiv:)?${ID}(?:\\.pdf)?(?:/.*)?`);
const URL_PARTS = whole(`${SCHEME}${HOST}/(.*)`);

/** Which sites, and which of their pages, are about one paper. */
const PAGES: readonly (readonly [site: RegExp, page: RegExp])[] = [
  [
    /^(?:(?:[a-z0-9-]+\.)*arxiv\.org|ar5iv\.org|xxx\.lanl\.gov)$/,
    /^(?:abs|pdf|html|format|src|e-print|ps|bibtex)\//,
  ],
  [
    /^(?:www\.)?alphaxiv\.org$/,
    /^(?:[a-z]{2}(?:-[a-z]{2,4})?\/)?(?:abs|pdf|html|overview|audio|resources)\//i,
  ],
  [/^(?:www\.)?(?:huggingface\.co|hf\.co)$/, /^papers\//],
];
const DOI_HOST = /^(?:dx\.|www\.)?doi\.org$/;

/** Reads an id, an arXiv address, or the address of a page about an arXiv paper; null if it is none. */
export function parseArxivId(text: string): ArxivId | null {
  const found = match(text);
  if (found === null) return null;
  const [, month = "", number = "", archiveAsWritten, oldMonth = "", oldNumber = "", version] = found;
  const archive = archiveAsWritten?.toLowerCase();
  const valid = archive === undefined ? isNew(month, number) : isOld(archive, oldMonth, oldNumber);
  if (!valid) return null;
  return {
    id: archive === undefined ? `${month}.${number}` : `${archive}/${oldMonth}${oldNumber}`,
    version: version === undefined ? null : Number(version),
  };
}

/** `2503.20680v2`; without a version the bare id. */
export function idWithVersion({ id, version }: ArxivId): string {
  return version === null ? id : `${id}v${version}`;
}

function match(text: string): RegExpExecArray | null {
  // Code points, as Python counts them.
  if (text.length > MAX_LENGTH && [...text].length > MAX_LENGTH) return null;
  const [beforeQuery = ""] = text.split(/[?#]/, 1);
  const bare = strip(beforeQuery).replace(/%2f/gi, "/").replace(/%3a/gi, ":");
  return BARE.exec(bare) ?? matchUrl(bare);
}

function matchUrl(text: string): RegExpExecArray | null {
  const url = URL_PARTS.exec(text);
  if (url === null) return null;
  const host = (url[1] ?? "").toLowerCase();
  const path = (url[2] ?? "").replace(/^\/+/, "");
  if (DOI_HOST.test(host)) return DOI.exec(path);
  for (const [site, page] of PAGES) {
    const start = site.test(host) ? page.exec(path) : null;
    if (start !== null) return IN_PATH.exec(path.slice(start[0].length));
  }
  return null;
}

function strip(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && EDGES.has(text.charAt(start))) start += 1;
  while (end > start && EDGES.has(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Four digits from April 2007, five from January 2015; papers are counted from 1. */
function isNew(month: string, number: string): boolean {
  const digits = month >= "1501" ? 5 : 4;
  return month >= "0704" && number.length === digits && Number(number) > 0;
}

/** From July 1991 to March 2007. */
function isOld(archive: string, month: string, number: string): boolean {
  return ARCHIVES.has(archive) && (month >= "9107" || month <= "0703") && Number(number) > 0;
}
