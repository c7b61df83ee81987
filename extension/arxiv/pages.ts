import { isArxivHost } from "./hosts";
import { type ArxivId, parseArxivId } from "./identifier";

type Kind = "abstract" | "pdf" | "html" | "listing" | "search" | "other";

/** What an address of arXiv shows. `paper` is null where it is not about one paper. */
export interface Page {
  kind: Kind;
  paper: ArxivId | null;
}

const KINDS: Record<string, Kind> = {
  abs: "abstract",
  pdf: "pdf",
  html: "html",
  list: "listing",
  search: "search",
};

/** Reads an address; null where it is not one of arXiv's. */
export function arxivPage(address: string): Page | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== "https:" || !isArxivHost(url.hostname)) return null;
  const kind = KINDS[url.pathname.split("/")[1] ?? ""] ?? "other";
  return { kind, paper: parseArxivId(address) };
}
