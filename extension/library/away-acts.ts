import type { PaperView } from "../shared/api";
import { markAway, writeAway } from "../shared/away";
import type { Acts } from "./acts";

/** What a reader can do while the backend is off: it is kept here, and sent when it is back. */
export function awayActs(papers: readonly PaperView[], show: (paper: PaperView) => void): Acts {
  return {
    mark: (entry, request) => {
      const paper = papers.find(({ id }) => id === entry.id);
      if (paper) void markAway(paper, request).then(show);
    },
    tagNames: async () => [...new Set(papers.flatMap(({ tags }) => tags.map(({ name }) => name)))].sort(),
    write: async (paper, body, note) => {
      show(await writeAway(paper, body, note));
      return true;
    },
    online: null,
  };
}
