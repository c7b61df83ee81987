/** In the page's history entry: back, forward and reload bring the overlay back, a new visit does not. */
const KEY = "papergloss";

function state(): Record<string, unknown> {
  return typeof history.state === "object" && history.state !== null ? history.state : {};
}

/** Notes that the overlay is open, scrolled to `top`. */
export function remember(top: number): void {
  history.replaceState({ ...state(), [KEY]: top }, "");
}

/** Notes that the overlay is closed. */
export function forget(): void {
  const { [KEY]: _place, ...rest } = state();
  history.replaceState(rest, "");
}

/** Where the overlay was scrolled to when the reader left this page; null where it was closed. */
export function recall(): number | null {
  const place = state()[KEY];
  return typeof place === "number" ? place : null;
}
