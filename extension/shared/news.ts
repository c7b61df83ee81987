/**
 * Short news among our own pages, through storage.local: Firefox brings messages between our pages to none that
 * stands in a frame on arXiv's page.
 */

type News =
  /** A request waits for one of the few connections that a browser gives one host. */
  | "connection-wanted"
  /** A selection was kept with its paper. */
  | "selection-kept";

/** Tells every page that listens now; nothing of it stays in the storage. */
export async function tell(news: News): Promise<void> {
  await chrome.storage.local.set({ [news]: crypto.randomUUID() });
  await chrome.storage.local.remove(news);
}

/** Calls `listener` at each telling, until `signal` ends it. */
export function hear(news: News, listener: () => void, signal: AbortSignal): void {
  const onChange = (changes: Record<string, chrome.storage.StorageChange>) => {
    if (changes[news]?.newValue !== undefined) listener();
  };
  const { onChanged } = chrome.storage.local;
  onChanged.addListener(onChange);
  signal.addEventListener("abort", () => onChanged.removeListener(onChange));
}
