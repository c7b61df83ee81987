import { answer } from "../shared/messages";
import type { Task } from "../shared/selection";
import type { Here } from "./feature";
import { createBubble } from "./selection/bubble";
import { createButton } from "./selection/button";
import { pick } from "./selection/pick";

export interface Selecting {
  /** Opens the bubble for what is selected now; false where that is nothing. */
  open(task: Task): boolean;
}

/** The button at a selection, and the bubble with the answer. Nothing is asked before the reader asks. */
export function createSelecting(here: Here): Selecting {
  const { signal } = here;
  const bubble = createBubble();
  const open = (task: Task) => {
    const picked = pick(document, here, task);
    if (!picked) return false;
    button.hide();
    bubble.open(picked.place, picked.asked);
    return true;
  };
  const button = createButton(() => open("translate"));
  const offer = () => {
    const picked = bubble.isOpen ? null : pick(document, here, "translate");
    if (picked) button.show(picked.place);
    else button.hide();
  };

  // At the end of a drag and after keys: while the selection grows nothing stands in its way.
  document.addEventListener("pointerup", () => setTimeout(offer), { signal });
  document.addEventListener("keyup", (event) => event.shiftKey || offer(), { signal });
  document.addEventListener("selectionchange", () => getSelection()?.isCollapsed && button.hide(), {
    signal,
  });
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !(bubble.isOpen || button.isShown)) return;
      event.preventDefault();
      button.hide();
      bubble.close();
    },
    { signal, capture: true },
  );
  document.addEventListener("pointerdown", ({ target }) => bubble.holds(target) || bubble.close(), {
    signal,
  });
  answer(
    {
      "bubble.size": ({ height }) => {
        bubble.resize(height);
        return null;
      },
      "bubble.close": () => {
        bubble.close();
        return null;
      },
    },
    signal,
  );
  signal.addEventListener("abort", () => {
    button.hide();
    bubble.close();
  });
  offer();
  return { open };
}
