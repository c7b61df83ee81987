import { readSetting, type Settings, watchSetting } from "../shared/settings";

type Look = Pick<Settings, "theme" | "font" | "size">;

/** How each setting shows on a page: the style sheets read it from the root element. */
const SHOW: { [K in keyof Look]: (root: HTMLElement, value: Look[K]) => void } = {
  theme: (root, theme) => {
    if (theme === "system") delete root.dataset.theme;
    else root.dataset.theme = theme;
  },
  font: (root, font) => {
    root.dataset.font = font;
  },
  size: (root, size) => root.style.setProperty("--scale", String(size / 100)),
};

/** Puts the reader's theme, font and size on the page, now and whenever one changes. */
export async function followTheme(): Promise<void> {
  await Promise.all([follow("theme"), follow("font"), follow("size")]);
}

async function follow<K extends keyof Look>(name: K): Promise<void> {
  const show = (value: Settings[K]) => SHOW[name](document.documentElement, value as Look[K]);
  watchSetting(name, show, new AbortController().signal);
  show(await readSetting(name));
}
