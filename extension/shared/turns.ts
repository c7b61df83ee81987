import type { Numbered } from "./event-stream";
import { pause } from "./pause";

/**
 * A browser gives one host six connections, and every panel that can be seen holds one. Whoever waits for one
 * says so, and the streams of the other pages end, to be asked for again: behind those that wait.
 */

/** In storage.local: Firefox brings messages between our pages to none that stands in a frame on arXiv's page. */
const WANTED = "connection-wanted";

/** So long a request waits before it says so. */
const PATIENCE_MS = 400;

/** So long a stream lasts at least. */
const TURN_MS = 500;

/** Says again and again that a connection is wanted, until the answer has begun: then call what is returned. */
export function wantConnection(): () => void {
  let said = 0;
  const timer = setInterval(() => {
    said += 1;
    void chrome.storage.local.set({ [WANTED]: `${Date.now()} ${said}` });
  }, PATIENCE_MS);
  return () => {
    clearInterval(timer);
    if (said > 0) void chrome.storage.local.remove(WANTED);
  };
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
  const onChange = (changes: Record<string, chrome.storage.StorageChange>) => {
    if (changes[WANTED]?.newValue !== undefined) void least.then(() => turn.abort());
  };
  const { onChanged } = chrome.storage.local;
  onChanged.addListener(onChange);
  ended.addEventListener("abort", () => onChanged.removeListener(onChange));
}
