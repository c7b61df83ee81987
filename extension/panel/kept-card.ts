import type { Card } from "../shared/api";
import { Backend } from "../shared/client";
import { keptCard } from "../shared/kept";
import { readSetting } from "../shared/settings";
import type { Route } from "./route";

/** A paper is kept under its id without version. */
export function withoutVersion(paper: string): string {
  return paper.replace(/(?<=\d)v\d+$/, "");
}

/** What is shown until the backend answers, and where its pictures will be had. */
export interface Kept {
  card: Card;
  backend: Backend;
}

/**
 * The kept card that the backend would answer with, as far as can be known here: of just this version, or of
 * the newest one where none is named. Null where there is none.
 */
export async function keptAnswer(route: Route): Promise<Kept | null> {
  if (route.show !== "paper" || route.kind) return null;
  const [card, paired] = await Promise.all([keptCard(withoutVersion(route.paper)), readSetting("paired")]);
  if (!paired || card?.key.kind !== "card") return null;
  const { version, latest_version } = card.metadata ?? {};
  const newest = latest_version == null || version === latest_version;
  const asked = newest && route.paper === withoutVersion(card.key.paper);
  return asked || route.paper === card.key.paper ? { card, backend: new Backend(paired) } : null;
}
