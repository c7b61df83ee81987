/** A backend that has asked to be paired, until the reader has answered. */
export interface Offer {
  base: string;
  secret: string;
}

const KEY = "offer";

/** In memory where the browser has such a store; else on disk for the moment until it is taken. */
function area(): chrome.storage.StorageArea {
  return chrome.storage.session ?? chrome.storage.local;
}

/** Keeps an offer; a later one replaces it. */
export async function keepOffer(offer: Offer): Promise<void> {
  await area().set({ [KEY]: offer });
}

/** Gives the offer away, once. */
export async function takeOffer(): Promise<Offer | null> {
  const stored = await area().get(KEY);
  await area().remove(KEY);
  return (stored[KEY] as Offer | undefined) ?? null;
}
