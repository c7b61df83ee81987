import { render } from "preact";
import { readSetting, watchSetting } from "../shared/settings";
import { loadMessages, t } from "../ui/i18n";
import { followTheme } from "../ui/theme";
import { Today } from "./Today";

const root = document.getElementById("today");

async function show(lang: string | null): Promise<void> {
  await loadMessages([lang, chrome.i18n.getUILanguage()]);
  document.title = `${t("today_title")} · PaperGloss`;
  if (root) render(<Today key={document.documentElement.lang} />, root);
}

watchSetting("lang", (lang) => void show(lang), new AbortController().signal);
void Promise.all([readSetting("lang").then(show), followTheme()]);
