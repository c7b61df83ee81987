import { isArxivHost } from "./hosts";
import { type ArxivId, parseArxivId } from "./identifier";
import { type Kind, kindOf } from "./kinds";

/** What an address of arXiv shows. `paper` is null where it is not about one paper. */
export interface Page {
  kind: Kind;
  paper: ArxivId | null;
}

/** Reads an address; null where it is not one of arXiv's. */
export function arxivPage(address: string): Page | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== "https:" || !isArxivHost(url.hostname)) return null;
  return { kind: kindOf(url.pathname), paper: parseArxivId(address) };
}
