/** Waits; ends early, without an error, when the signal aborts. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Waits until the page can be seen: a hidden panel holds no connection. */
export function untilVisible(signal: AbortSignal): Promise<void> {
  if (!document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener("visibilitychange", () => resolve(), { once: true, signal });
    signal.addEventListener("abort", () => resolve());
  });
}

/** Aborts when the page is hidden, and when `signal` does. */
export function untilHidden(signal: AbortSignal): AbortSignal {
  const hidden = new AbortController();
  document.addEventListener("visibilitychange", () => document.hidden && hidden.abort(), {
    signal: hidden.signal,
  });
  return AbortSignal.any([signal, hidden.signal]);
}

/** Waits between tries: doubling from the first to the longest. */
export class Backoff {
  private ms: number;

  constructor(
    private readonly first = 500,
    private readonly longest = 8000,
  ) {
    this.ms = first;
  }

  next(): number {
    const now = this.ms;
    this.ms = Math.min(this.longest, now * 2);
    return now;
  }

  reset(): void {
    this.ms = this.first;
  }
}
