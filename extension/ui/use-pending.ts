import { useEffect, useState } from "preact/hooks";
import { allPending, type Pending, watchPending } from "../shared/pending";

/** The changes that the backend does not have, whichever page made them. */
export function usePending(): readonly Pending[] {
  const [pending, setPending] = useState<readonly Pending[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    const look = () => void allPending().then((all) => stop.signal.aborted || setPending(all));
    watchPending(look, stop.signal);
    look();
    return () => stop.abort();
  }, []);
  return pending;
}
