import type { BatchItem, BatchView } from "./api";
import { batchEvents } from "./batch-client";
import type { Backend } from "./client";
import { Backoff, pause, untilHidden, untilVisible } from "./pause";
import { BackendOff } from "./problems";

/** Who hears of a batch. */
export interface Listener {
  item: (item: BatchItem) => void | Promise<void>;
  /** As it begins, and as it has ended. */
  batch: (batch: BatchView) => void;
  /** The backend does not answer; it is tried again. */
  lost: () => void;
}

/**
 * Tells of each paper of a batch as it ends, from the first, until the batch does not run any more. No
 * connection is held while the page is hidden.
 */
export async function followBatch(
  backend: Backend,
  batch: BatchView,
  listener: Listener,
  signal: AbortSignal,
): Promise<void> {
  const backoff = new Backoff();
  let after = 0;
  listener.batch(batch);
  while (!signal.aborted) {
    await untilVisible(signal);
    const listening = untilHidden(signal);
    try {
      for await (const { seq, event } of batchEvents(backend, batch.id, after, listening)) {
        backoff.reset();
        if (!("n" in event)) return listener.batch(event);
        await listener.item(event);
        after = seq;
      }
    } catch (reason) {
      if (listening.aborted) continue;
      if (!(reason instanceof BackendOff)) throw reason;
      listener.lost();
      await pause(backoff.next(), signal);
    }
  }
}
