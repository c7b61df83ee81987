import { useCallback, useRef } from "preact/hooks";
import type { PaperEntry, PaperRequest } from "../shared/api";
import type { Backend } from "../shared/client";
import { marked } from "../shared/marking";
import { markPaper, savedPaper } from "../shared/paper-client";
import { ProblemError } from "../shared/problems";

export type Mark = (paper: PaperEntry, request: PaperRequest) => void;

interface Shown {
  /** Draws the paper as it is now. */
  show: (paper: PaperEntry) => void;
  /** Told that there may be a new tag, or one paper more with an old one. */
  tagged: () => void;
  fail: (reason: unknown) => void;
}

/** Sets star, state and tags: drawn at once, and drawn as they are stored where that could not be kept. */
export function useMarks(backend: Backend, { show, tagged, fail }: Shown): Mark {
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const revisions = useRef(new Map<string, number>());
  return useCallback(
    (paper, request) => {
      show(marked(paper, request));
      const rests = request.starred !== undefined || request.state !== undefined;
      /** One after the other: each change rests on the revision that the one before it made. */
      queue.current = queue.current.then(async () => {
        const revision = Math.max(paper.revision, revisions.current.get(paper.id) ?? 0);
        try {
          const kept = await markPaper(backend, paper.id, { ...request, based_on: rests ? revision : null });
          revisions.current.set(kept.id, kept.revision);
          show(kept);
          if (request.add_tags || request.remove_tags) tagged();
        } catch (reason) {
          fail(reason);
          if (reason instanceof ProblemError) await savedPaper(backend, paper.id).then(show, fail);
        }
      });
    },
    [backend, show, tagged, fail],
  );
}
