import { render } from "preact";
import { readSetting, watchSetting } from "../shared/settings";
import { loadMessages, t } from "../ui/i18n";
import { followTheme } from "../ui/theme";
import { FirstSteps } from "./FirstSteps";

const root = document.getElementById("root");

/** The words change with the language; what the page knows stays. */
async function show(lang: string | null): Promise<void> {
  await loadMessages([lang, chrome.i18n.getUILanguage()]);
  document.title = t("welcome_title");
  if (root) render(<FirstSteps />, root);
}

watchSetting("lang", (lang) => void show(lang), new AbortController().signal);
await Promise.all([readSetting("lang").then(show), followTheme()]);
