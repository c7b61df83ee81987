import { ask } from "../shared/messages";

/** Escape closes the overlay around the panel, unless something inside the panel has used the key. */
export function closeOnEscape(): void {
  if (window.top === window) return;
  document.addEventListener("keydown", (event) => {
    const used = event.defaultPrevented || event.target instanceof HTMLSelectElement;
    const inside = document.querySelector(":popover-open") !== null;
    if (event.key === "Escape" && !used && !inside) void ask("panel.close", null);
  });
}
