/** How far an arrow key moves, in CSS pixels. */
const STEP = 24;

const KEYS: Record<string, [number, number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** An edge or a grip that the pointer drags and the arrow keys push; `keep` is called when it rests. */
export function makeHandle(
  label: "resize" | "resize_height" | "move_panel",
  move: (x: number, y: number) => void,
  keep: () => void,
): HTMLElement {
  const handle = document.createElement("div");
  handle.role = label === "move_panel" ? "button" : "separator";
  handle.ariaLabel = chrome.i18n.getMessage(label);
  handle.title = handle.ariaLabel;
  handle.tabIndex = 0;
  if (label !== "move_panel") handle.ariaOrientation = label === "resize" ? "vertical" : "horizontal";
  let last: { x: number; y: number } | null = null;
  handle.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    // The frame beside it would swallow the pointer.
    handle.setPointerCapture(event.pointerId);
    last = { x: event.clientX, y: event.clientY };
  });
  handle.addEventListener("pointermove", ({ clientX, clientY }) => {
    if (!last) return;
    move(clientX - last.x, clientY - last.y);
    last = { x: clientX, y: clientY };
  });
  const rest = () => {
    if (last) keep();
    last = null;
  };
  handle.addEventListener("pointerup", rest);
  handle.addEventListener("lostpointercapture", rest);
  handle.addEventListener("keydown", (event) => {
    const step = KEYS[event.key];
    if (!step) return;
    event.preventDefault();
    move(...step);
    keep();
  });
  return handle;
}
