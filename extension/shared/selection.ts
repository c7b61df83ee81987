import type { SelectionRequest } from "./api";

/** What the reader has selected and where; formulas are `$LaTeX$`, an empty line stands between paragraphs. */
export type Picked = Required<Pick<SelectionRequest, "task" | "text" | "before" | "after" | "title">> & {
  /** Null on a page about no known paper. */
  paper: string | null;
};

export type Task = Picked["task"];

/** As the backend's `gloss.selection.asked.LONGEST`. */
export const LONGEST = 4000;

/** As the backend's `LONGEST_AROUND`, and the longest title that it takes. */
const LONGEST_AROUND = 1000;
const LONGEST_TITLE = 500;

/** The page of the extension that answers. What is asked stands in the hash, which goes to no server. */
export function selectionPage(picked: Picked): string {
  const fitting: Picked = {
    ...picked,
    before: picked.before.slice(-LONGEST_AROUND),
    after: picked.after.slice(0, LONGEST_AROUND),
    title: picked.title.slice(0, LONGEST_TITLE),
  };
  return `panel/panel.html?selection#${encodeURIComponent(JSON.stringify(fitting))}`;
}

/** The reverse; null where the address asks about no selection. */
export function pickedOf({ search, hash }: Pick<Location, "search" | "hash">): Picked | null {
  if (!new URLSearchParams(search).has("selection")) return null;
  const said: Partial<Picked> = JSON.parse(decodeURIComponent(hash.slice(1)));
  return {
    task: said.task === "explain" ? "explain" : "translate",
    text: String(said.text ?? ""),
    before: String(said.before ?? ""),
    after: String(said.after ?? ""),
    title: String(said.title ?? ""),
    paper: typeof said.paper === "string" ? said.paper : null,
  };
}
