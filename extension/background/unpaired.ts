import { forgetAll } from "../shared/kept";

/** What was kept of a library goes with the connection to it. */
export function onSettings(changes: Record<string, chrome.storage.StorageChange>): void {
  const { paired } = changes;
  if (paired && !paired.newValue) void forgetAll();
}
