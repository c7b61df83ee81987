import { Exchange } from "./Exchange";
import type { Shown } from "./Nav";
import { Sheet } from "./Sheet";
import { TagSheet } from "./TagSheet";

interface Props {
  shown: Shown | null;
  /** What is listed now, and what of it is chosen. */
  q: string;
  chosen: ReadonlySet<string>;
  done: (text: string, undo: string | null) => void;
  refresh: () => void;
  fail: (reason: unknown) => void;
  close: () => void;
}

/** What opens over the page, one at a time. */
export function Sheets({ shown, q, chosen, done, refresh, fail, close }: Props) {
  if (shown === "keys") return <Sheet close={close} />;
  if (shown === "tags") return <TagSheet done={done} refresh={refresh} fail={fail} close={close} />;
  if (shown === "exchange")
    return <Exchange q={q} chosen={chosen} imported={refresh} fail={fail} close={close} />;
  return null;
}
