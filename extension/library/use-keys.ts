import { useEffect, useRef } from "preact/hooks";

interface Keys {
  step: (by: 1 | -1) => void;
  choose: () => void;
  sheet: () => void;
  leave: () => void;
}

/** Keys that press the button with this `data-key`. */
const PRESSED = ["s", "t", "e", "n", "/", "Delete", "z"];

/** The keys of the library. Where something is being written, a letter is a letter. */
export function useKeys(keys: Keys): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, defaultPrevented, target } = event;
      if (ctrlKey || metaKey || altKey || defaultPrevented || isField(target)) return;
      if (document.querySelector("dialog[open], :popover-open")) return;
      if (run(key, now.current)) event.preventDefault();
    };
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}

/** False where the key is none of ours. */
function run(key: string, { step, choose, sheet, leave }: Keys): boolean {
  if (key === "j") step(1);
  else if (key === "k") step(-1);
  else if (key === "x") choose();
  else if (key === "?") sheet();
  else if (key === "Escape") leave();
  else return PRESSED.includes(key) && press(key);
  return true;
}

/** Presses a button, or goes to a field. */
function press(key: string): boolean {
  const found = document.querySelector<HTMLElement>(`[data-key="${key}"]`);
  if (found?.matches("input, select")) found.focus();
  else found?.click();
  return found !== null;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches("input:not([type=checkbox]), select, textarea");
}
