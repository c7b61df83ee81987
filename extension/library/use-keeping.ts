import { useEffect } from "preact/hooks";
import type { Backend } from "../shared/client";
import { forget, keepPaper } from "../shared/kept";
import { sendPending } from "../shared/pending";
import type { Opened } from "./use-paper";

/** Keeps what is opened for the time when the backend is off, and sends what was changed then. */
export function useKeeping(
  backend: Backend,
  id: string | null,
  { paper, card, problem }: Opened,
  refresh: () => void,
  lose: (reason: unknown) => void,
): void {
  useEffect(() => {
    sendPending(backend).then((taken) => taken > 0 && refresh(), lose);
  }, [backend, refresh, lose]);
  useEffect(() => {
    if (paper && !paper.trashed_at) void keepPaper(paper, card);
  }, [paper, card]);
  useEffect(() => {
    if (id && problem?.type === "not-found") void forget([id]);
  }, [id, problem]);
}
