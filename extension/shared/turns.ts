import type { Numbered } from "./event-stream";
import { hear, tell } from "./news";
import { pause } from "./pause";

/**
 * A browser gives one host six connections, and every panel that can be seen holds one. Whoever waits for one
 * says so, and the streams of the other pages end, to be asked for again: behind those that wait.
 */

/** So long a request waits before it says so. */
const PATIENCE_MS = 400;

/** So long a stream lasts at least. */
const TURN_MS = 500;

/** Says again and again that a connection is wanted, until the answer has begun: then call what is returned. */
export function wantConnection(): () => void {
  const timer = setInterval(() => void tell("connection-wanted"), PATIENCE_MS);
  return () => clearInterval(timer);
}

/** Opens a stream after an event; calls `opened` when its answer has begun. */
type Open<T> = (after: number, signal: AbortSignal, opened: () => void) => AsyncIterable<Numbered<T>>;

/** One stream in as many turns as the other pages leave it, each taken up after the last event of the one before. */
export async function* inTurns<T>(
  open: Open<T>,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<Numbered<T>, void> {
  let last = after;
  for (;;) {
    const turn = new AbortController();
    const ended = new AbortController();
    try {
      const opened = () => giveWay(turn, ended.signal);
      for await (const item of open(last, AbortSignal.any([signal, turn.signal]), opened)) {
        last = item.seq;
        yield item;
      }
      return;
    } catch (reason) {
      if (signal.aborted || !turn.signal.aborted) throw reason;
    } finally {
      ended.abort();
    }
  }
}

/** Aborts `turn`, which begins now, as soon as somebody wants its connection. */
function giveWay(turn: AbortController, ended: AbortSignal): void {
  const least = pause(TURN_MS, ended);
  hear("connection-wanted", () => void least.then(() => turn.abort()), ended);
}
