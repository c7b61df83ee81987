import { KeySheet, type Keys } from "../ui/KeySheet";
import { Exchange } from "./Exchange";
import type { Shown } from "./Nav";
import { TagSheet } from "./TagSheet";

/** Every key of the library. */
const KEYS: Keys = [
  ["j", "library_key_next"],
  ["k", "library_key_previous"],
  ["/", "library_key_search"],
  ["s", "library_key_star"],
  ["t", "library_key_tag"],
  ["e", "library_key_read"],
  ["n", "library_key_note"],
  ["x", "library_key_choose"],
  ["Delete", "library_key_trash"],
  ["z", "library_key_undo"],
  ["Esc", "library_key_leave"],
  ["?", "library_key_sheet"],
];

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
  if (shown === "keys") return <KeySheet keys={KEYS} close={close} />;
  if (shown === "tags") return <TagSheet done={done} refresh={refresh} fail={fail} close={close} />;
  if (shown === "exchange")
    return <Exchange q={q} chosen={chosen} imported={refresh} fail={fail} close={close} />;
  return null;
}
