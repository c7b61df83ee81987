/** The keys of storage.local that begin so; what stands under them is not read where the browser can do that. */
export async function keysWith(prefix: string): Promise<string[]> {
  const local = chrome.storage.local;
  const keys = "getKeys" in local ? await local.getKeys() : Object.keys(await storedAll());
  return keys.filter((key) => key.startsWith(prefix));
}

/** Everything in storage.local; for browsers that cannot name the keys alone. */
function storedAll(): Promise<Record<string, unknown>> {
  return chrome.storage.local.get(null) as Promise<Record<string, unknown>>;
}

/** What stands under the keys that begin so, in the order of the keys. */
export async function valuesWith<T>(prefix: string): Promise<T[]> {
  const keys = (await keysWith(prefix)).sort();
  if (keys.length === 0) return [];
  const stored = await chrome.storage.local.get(keys);
  return keys.flatMap((key) => (key in stored ? [stored[key] as T] : []));
}
