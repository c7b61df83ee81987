import { useEffect, useRef } from "preact/hooks";

export interface Keys {
  step: (by: 1 | -1) => void;
  keep: () => void;
  drop: () => void;
  undo: () => void;
  open: () => void;
  abstract: () => void;
  sheet: () => void;
}

const KEYS: Record<string, (keys: Keys) => void> = {
  j: ({ step }) => step(1),
  p: ({ step }) => step(-1),
  k: ({ keep }) => keep(),
  d: ({ drop }) => drop(),
  u: ({ undo }) => undo(),
  a: ({ abstract }) => abstract(),
  Enter: ({ open }) => open(),
  "?": ({ sheet }) => sheet(),
};

/** The keys of the page. Where something is being written a letter is a letter, and Enter presses what has the focus. */
export function useKeys(keys: Keys): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      const act = Object.hasOwn(KEYS, event.key) && KEYS[event.key];
      if (!act || !isOurs(event)) return;
      event.preventDefault();
      act(now.current);
    };
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}

/** False where the key belongs to the browser, to a sheet that is open or to what has the focus. */
function isOurs({ key, ctrlKey, metaKey, altKey, defaultPrevented, target, repeat }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || defaultPrevented) return false;
  if (document.querySelector("dialog[open]") || (repeat && !STEPS.includes(key))) return false;
  return !(target instanceof Element && target.matches(key === "Enter" ? PRESSABLE : FIELD));
}

/** A key that is held down steps on, and decides nothing more. */
const STEPS = ["j", "p"];
const FIELD = "input:not([type=checkbox]), select, textarea";
const PRESSABLE = `${FIELD}, input, a, button, summary`;
