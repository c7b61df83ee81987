import type { RefObject } from "preact";
import { useEffect, useLayoutEffect } from "preact/hooks";
import { ask } from "../shared/messages";

/** Browsers take 200 writes into the history in 30 s; more, and they drop them. */
const APART_MS = 200;

/** How often, and how many times, it is tried to reach a place that the card is not long enough for yet. */
const LOOK_MS = 100;
const MOST_LOOKS = 50;

/** Parts that are loaded on use stand by then, above the place too. */
const SETTLED_MS = 3000;

/** Scrolls to where the reader was (`top` in the address), and tells the page around us where that is. */
export function useKeptPlace(main: RefObject<HTMLElement | null>, complete: boolean): void {
  useLayoutEffect(() => {
    const top = Number(new URLSearchParams(location.search).get("top"));
    const element = main.current;
    if (!element || !complete || !(top > 0)) return;
    let reached = 0;
    let looks = 0;
    let timer = 0;
    // A browser would hold on to what it shows now, and move the place by all that comes above it.
    element.style.overflowAnchor = "none";
    const settled = window.setTimeout(() => element.style.removeProperty("overflow-anchor"), SETTLED_MS);
    // Parts that are loaded on use make the card longer a moment later; the reader may have gone on by then.
    const go = () => {
      if (looks > 0 && element.scrollTop !== reached) return;
      element.scrollTo({ top });
      reached = element.scrollTop;
      looks += 1;
      if (reached < top - 1 && looks < MOST_LOOKS) timer = window.setTimeout(go, LOOK_MS);
    };
    go();
    return () => {
      clearTimeout(timer);
      clearTimeout(settled);
      element.style.removeProperty("overflow-anchor");
    };
  }, [complete, main]);
  useEffect(() => {
    const element = main.current;
    if (!element || window.top === window) return;
    let timer = 0;
    let told = element.scrollTop;
    // The first at once: who leaves right after a press of Page Down comes back to that page.
    const tell = () => {
      if (timer || element.scrollTop === told) return;
      told = element.scrollTop;
      void ask("panel.place", { top: told });
      timer = window.setTimeout(() => {
        timer = 0;
        tell();
      }, APART_MS);
    };
    element.addEventListener("scroll", tell, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener("scroll", tell);
    };
  }, [main]);
}
