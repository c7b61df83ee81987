import type { Backend } from "../shared/client";
import { Backoff, pause, untilHidden, untilVisible } from "../shared/pause";
import { BackendOff } from "../shared/problems";
import { advance } from "./advance";
import type { GlossView } from "./gloss-view";

/**
 * Follows a running job until its end and shows every step. The stream is closed while the page is hidden
 * and taken up again after the last event, as it is after the connection broke.
 */
export async function follow(
  backend: Pick<Backend, "events">,
  start: GlossView & { job: string },
  show: (view: GlossView) => void,
  signal: AbortSignal,
): Promise<void> {
  let view: GlossView = start;
  const backoff = new Backoff();
  while (!signal.aborted && view.state === "running") {
    await untilVisible(signal);
    const listening = untilHidden(signal);
    try {
      for await (const { seq, event } of backend.events(start.job, view.seq, listening)) {
        backoff.reset();
        view = { ...advance(view, seq, event), lost: false };
        show(view);
      }
    } catch (reason) {
      if (signal.aborted) return;
      if (listening.aborted) continue;
      if (!(reason instanceof BackendOff)) throw reason;
      view = { ...view, lost: true };
      show(view);
      await pause(backoff.next(), signal);
    }
  }
}
