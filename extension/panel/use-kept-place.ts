import type { RefObject } from "preact";
import { useEffect, useLayoutEffect } from "preact/hooks";
import { ask } from "../shared/messages";

const SETTLED_MS = 250;

/** Scrolls to where the reader was (`top` in the address), and tells the page around us where that is. */
export function useKeptPlace(main: RefObject<HTMLElement | null>, complete: boolean): void {
  useLayoutEffect(() => {
    const top = Number(new URLSearchParams(location.search).get("top"));
    if (complete && top > 0) main.current?.scrollTo({ top });
  }, [complete, main]);
  useEffect(() => {
    const element = main.current;
    if (!element || window.top === window) return;
    let timer = 0;
    const tell = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void ask("panel.place", { top: element.scrollTop }), SETTLED_MS);
    };
    element.addEventListener("scroll", tell, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener("scroll", tell);
    };
  }, [main]);
}
