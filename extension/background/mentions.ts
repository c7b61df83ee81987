/** Where a page outside arXiv may name papers, as it stands there; nothing of it is believed yet. */
export interface Mentions {
  /** What the page says of itself for machines: its id, DOI and canonical address. */
  own: string[];
  /** Links to arXiv, with their text, and ids written out (`arXiv:2503.20680`). */
  others: [place: string, label: string][];
}

/** Runs in the page, so it may use nothing from outside itself. */
export function collectMentions(): Mentions {
  const said = (selector: string, attribute: string) =>
    [...document.querySelectorAll(selector)].map((element) => element.getAttribute(attribute) ?? "");
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href*="arxiv" i], a[href*="10.48550/"]')];
  const written = document.body?.textContent?.match(/\barxiv:\s?[\w./-]+/gi) ?? [];
  return {
    own: [
      String(getSelection()).slice(0, 300),
      ...said('meta[name="citation_arxiv_id"], meta[name="citation_doi"]', "content"),
      ...said('link[rel="canonical"]', "href"),
    ],
    others: [
      ...links
        .slice(0, 500)
        .map((link): [string, string] => [
          String(link.href),
          (link.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 120),
        ]),
      ...written.slice(0, 100).map((text): [string, string] => [text, ""]),
    ],
  };
}
