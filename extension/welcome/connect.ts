import { health, pair } from "../shared/client";
import type { Offer } from "../shared/offer";
import { type Paired, writeSetting } from "../shared/settings";

/** Pairs with the backend of the offer and remembers it; throws what `health` and `pair` throw. */
export async function connect(offer: Offer): Promise<Paired> {
  await health(offer.base);
  const { token } = await pair(offer.base, { secret: offer.secret, client: clientName() });
  const paired = { base: offer.base, token };
  await writeSetting("paired", paired);
  return paired;
}

/** What the reader will see in the backend's list: the browser's own name where it tells one. */
function clientName(): string {
  const browser = ["Firefox", "Edg", "Chrome"].find((name) => navigator.userAgent.includes(`${name}/`));
  return browser?.replace("Edg", "Edge") ?? "";
}
