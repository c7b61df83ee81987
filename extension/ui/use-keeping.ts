import { useEffect } from "preact/hooks";
import type { Card, PaperView } from "../shared/api";
import type { Backend } from "../shared/client";
import { keepPaper } from "../shared/kept";
import { sendPending } from "../shared/pending";

/** Keeps the paper on screen for the time when the backend is off. */
export function useKept(paper: PaperView | null | undefined, card: Card | null | undefined): void {
  useEffect(() => {
    if (paper && !paper.trashed_at) void keepPaper(paper, card ?? null);
  }, [paper, card]);
}

/** Sends what was changed while the backend was off; `sent` is told where something was. */
export function useSending(backend: Backend | null, sent: () => void, lose: (reason: unknown) => void): void {
  useEffect(() => {
    if (backend) sendPending(backend).then((taken) => taken > 0 && sent(), lose);
  }, [backend, sent, lose]);
}
