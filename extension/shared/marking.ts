import type { PaperEntry, PaperRequest } from "./api";

/** The paper as it will be once a change is kept. */
export function marked<P extends PaperEntry>(paper: P, request: PaperRequest): P {
  const { starred, state, add_tags = [], remove_tags = [] } = request;
  const has = (name: string) => paper.tags.some((tag) => tag.name === name);
  const added = add_tags.filter((name) => !has(name)).map((name, n) => ({ id: -1 - n, name, colour: null }));
  const tags = [...paper.tags.filter(({ name }) => !remove_tags.includes(name)), ...added];
  return { ...paper, starred: starred ?? paper.starred, state: state ?? paper.state, tags };
}
