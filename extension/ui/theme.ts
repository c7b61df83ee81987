import { readSetting, type Settings, watchSetting } from "../shared/settings";

/** Puts the chosen theme on the page, now and whenever it changes. */
export async function followTheme(): Promise<void> {
  watchSetting("theme", show, new AbortController().signal);
  show(await readSetting("theme"));
}

function show(theme: Settings["theme"]): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
