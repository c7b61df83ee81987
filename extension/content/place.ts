/** In the page's history entry: back, forward and reload bring the overlay back, a new visit does not. */
const KEY = "papergloss";

/** What the overlay shows, and how far it is scrolled. */
export interface Place {
  paper: string;
  top: number;
}

function state(): Record<string, unknown> {
  return typeof history.state === "object" && history.state !== null ? history.state : {};
}

/** Notes that the overlay is open. */
export function remember(place: Place): void {
  history.replaceState({ ...state(), [KEY]: place }, "");
}

/** Notes that the overlay is closed. */
export function forget(): void {
  const { [KEY]: _place, ...rest } = state();
  history.replaceState(rest, "");
}

/** What was open when the reader left this page; null where nothing was. */
export function recall(): Place | null {
  // The page may write into its own history, so nothing here is certain.
  const place = state()[KEY] as Partial<Place> | null | undefined;
  return typeof place?.paper === "string" && typeof place.top === "number" ? (place as Place) : null;
}
