import { useEffect } from "preact/hooks";
import type { Backend } from "../shared/client";
import { forget } from "../shared/kept";
import { useKept, useSending } from "../ui/use-keeping";
import type { Opened } from "./use-paper";

/** Keeps what is opened for the time when the backend is off, and sends what was changed then. */
export function useKeeping(
  backend: Backend,
  id: string | null,
  { paper, card, problem }: Opened,
  refresh: () => void,
  lose: (reason: unknown) => void,
): void {
  useSending(backend, refresh, lose);
  useKept(paper, card);
  useEffect(() => {
    if (id && problem?.type === "not-found") void forget([id]);
  }, [id, problem]);
}
