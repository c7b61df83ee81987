import { BACKEND_HOST } from "../arxiv/hosts";
import type { Offer } from "../shared/offer";

/** The offer in a pairing link that the reader has pasted; null where it is none. */
export function offerOf(pasted: string): Offer | null {
  const text = pasted.trim();
  const url = URL.canParse(text) ? new URL(text) : null;
  const known = url?.protocol === "http:" && url.hostname === BACKEND_HOST && url.pathname === "/pair";
  return known && url.hash.length > 1 ? { base: url.origin, secret: url.hash.slice(1) } : null;
}
