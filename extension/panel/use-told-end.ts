import { useEffect } from "preact/hooks";
import type { Backend } from "../shared/client";
import { ask } from "../shared/messages";
import { pause } from "../shared/pause";

/** While nobody looks the panel holds no stream; it only asks now and then whether the job has ended. */
const LOOK_MS = 5000;

/** Marks the toolbar button when `job` ends while the page is hidden, and takes the mark off when it is seen. */
export function useToldEnd(backend: Backend, job: string | null, title: string): void {
  useEffect(() => {
    const stop = new AbortController();
    let look = new AbortController();
    const onChange = () => {
      look.abort();
      if (!document.hidden) return void ask("job.seen", null);
      look = new AbortController();
      if (job) void untilEnded(backend, job, title, AbortSignal.any([look.signal, stop.signal]));
    };
    document.addEventListener("visibilitychange", onChange, { signal: stop.signal });
    if (document.hidden) onChange();
    return () => stop.abort();
  }, [backend, job, title]);
}

async function untilEnded(backend: Backend, job: string, title: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await pause(LOOK_MS, signal);
    // A backend that does not answer now may do so later.
    const state = signal.aborted
      ? null
      : await backend.job(job).then(
          (now) => now.state,
          () => null,
        );
    if (state === "done" || state === "partial" || state === "failed") {
      if (!signal.aborted) await ask("job.ended", { title });
      return;
    }
  }
}
