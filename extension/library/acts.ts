import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Note, PaperEntry, PaperRequest, PaperView, Saying } from "../shared/api";

/** What a reader can do with one paper: at once, or, while the backend is off, as soon as it is back. */
export interface Acts {
  mark: (paper: PaperEntry, request: PaperRequest) => void;
  /** A new note, or another text of one. Resolves with whether it was kept. */
  write: (paper: PaperView, body: string, note: Note | null) => Promise<boolean>;
  /** Names of tags to choose from. */
  tagNames: () => Promise<readonly string[]>;
  /** What only the backend can do; null while it is off. */
  online: {
    discard: (note: Note) => void;
    discardSaying: (saying: Saying) => void;
    trash: (paper: PaperView) => void;
    restore: (paper: PaperView) => void;
    /** Deletes for ever: a paper, or, where none is given, what is in the trash. */
    erase: (paper: PaperView | null, backups: boolean) => void;
    takeOut: (paper: PaperView, collection: number) => void;
    /** Asks arXiv whether papers have newer versions. */
    checkVersions: () => void;
    fail: (reason: unknown) => void;
  } | null;
}

export const ActsContext = createContext<Acts | null>(null);

export function useActs(): Acts {
  const acts = useContext(ActsContext);
  if (!acts) throw new Error("no acts are provided around this component");
  return acts;
}
