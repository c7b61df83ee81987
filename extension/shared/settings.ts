import type { Kind } from "../arxiv/kinds";

/** What the extension remembers, in storage.local only. */
export interface Settings {
  paired: Paired | null;
  /** Language of glosses; null takes the backend's. */
  lang: string | null;
  theme: "system" | "light" | "dark";
  /** The face of a card's texts. */
  font: "sans" | "serif";
  /** Size of a card, in percent of the usual one. */
  size: Size;
  /** Where the panel stands on arXiv's pages. */
  dock: "right" | "left" | "float";
  /** How large the reader has made the panel, and where it floats; null: as it is at first. */
  panelBox: PanelBox | null;
  /** Kinds of arXiv's pages on which the reader wants no buttons. */
  pagesOff: Kind[];
  /** Paths of lists that were glossed: what is there for them is shown when the reader comes back. */
  triaged: string[];
}

export const SIZES = [90, 100, 115, 130, 150] as const;
export type Size = (typeof SIZES)[number];

/** In CSS pixels. `x` and `y` are the distances of the floating panel from the window's left and top. */
export interface PanelBox {
  width: number;
  height: number;
  x: number;
  y: number;
}

/** A backend that has given this extension a token. `base` has no slash at its end. */
export interface Paired {
  base: string;
  token: string;
}

const DEFAULTS: Settings = {
  paired: null,
  lang: null,
  theme: "system",
  font: "sans",
  size: 100,
  dock: "right",
  panelBox: null,
  pagesOff: [],
  triaged: [],
};

export async function readSetting<K extends keyof Settings>(key: K): Promise<Settings[K]> {
  const stored = await chrome.storage.local.get({ [key]: DEFAULTS[key] });
  return stored[key] as Settings[K];
}

export async function writeSetting<K extends keyof Settings>(key: K, value: Settings[K]): Promise<void> {
  await chrome.storage.local.set({ [key]: value });
}

/** Calls `listener` whenever another page, or this one, changes the setting. */
export function watchSetting<K extends keyof Settings>(
  key: K,
  listener: (value: Settings[K]) => void,
  signal: AbortSignal,
): void {
  const onChange = (changes: Record<string, chrome.storage.StorageChange>) => {
    const change = changes[key];
    if (change) listener((change.newValue ?? DEFAULTS[key]) as Settings[K]);
  };
  chrome.storage.local.onChanged.addListener(onChange);
  signal.addEventListener("abort", () => chrome.storage.local.onChanged.removeListener(onChange));
}
