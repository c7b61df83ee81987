import { useEffect, useId, useState } from "preact/hooks";

/** A pointer that only passes over shows nothing. */
const DELAY_MS = 250;

interface Peek {
  id: string;
  shown: boolean;
  /** For the element around the button and what it shows. */
  around: { onPointerEnter: (event: PointerEvent) => void; onPointerLeave: () => void };
  button: {
    "aria-describedby": string | undefined;
    onFocus: (event: FocusEvent) => void;
    onBlur: () => void;
    onKeyDown: (event: KeyboardEvent) => void;
  };
}

/** Shows something while a button is pointed at or has the keyboard's focus; Escape hides it. */
export function usePeek(open: boolean): Peek {
  const id = useId();
  const [near, setNear] = useState(false);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!near) return setShown(false);
    const timer = setTimeout(() => setShown(true), DELAY_MS);
    return () => clearTimeout(timer);
  }, [near]);
  const visible = shown && !open;
  return {
    id,
    shown: visible,
    around: {
      // A finger presses; it does not point.
      onPointerEnter: ({ pointerType }) => pointerType === "mouse" && setNear(true),
      onPointerLeave: () => setNear(false),
    },
    button: {
      "aria-describedby": visible ? id : undefined,
      onFocus: ({ target }) => target instanceof Element && target.matches(":focus-visible") && setNear(true),
      onBlur: () => setNear(false),
      onKeyDown: (event) => {
        if (event.key !== "Escape" || !visible) return;
        event.preventDefault();
        setNear(false);
      },
    },
  };
}
