import { ask } from "../shared/messages";

/** Escape closes the overlay around the panel, unless something inside the panel has used the key. */
export function closeOnEscape(): void {
  if (window.top === window) return;
  document.addEventListener("keydown", (event) => {
    const used = event.defaultPrevented || event.target instanceof HTMLSelectElement;
    if (event.key === "Escape" && !used) void ask("panel.close", null);
  });
}
