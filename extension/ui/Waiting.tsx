import type { Pending } from "../shared/pending";
import { count } from "./format";
import { t } from "./i18n";

/** How many changes wait for the backend. */
export function Waiting({ pending }: { pending: readonly Pending[] }) {
  const waiting = pending.filter(({ refused }) => !refused).length;
  return <p role="status">{waiting > 0 && t("away_waiting", count(waiting))}</p>;
}
