import { render } from "preact";
import { pickedOf } from "../shared/selection";
import { readSetting } from "../shared/settings";
import { loadMessages, prepareMessages } from "../ui/i18n";
import { followTheme } from "../ui/theme";
import { closeOnEscape } from "./escape";
import { keptAnswer } from "./kept-card";
import { Panel } from "./Panel";
import { routeOf } from "./route";

async function start(): Promise<void> {
  const route = routeOf(location.search);
  const browser = chrome.i18n.getUILanguage();
  // Most readers read in their browser's language: its messages come while the settings are read.
  void prepareMessages([browser]);
  const [lang, kept] = await Promise.all([readSetting("lang"), keptAnswer(route), followTheme()]);
  await loadMessages([lang, browser]);
  const root = document.getElementById("panel");
  if (!root) return;
  const picked = pickedOf(location);
  if (picked) await (await import("./selection/start")).start(root, picked, lang);
  else {
    closeOnEscape();
    render(<Panel start={route} kept={kept} lang={lang} />, root);
  }
}

void start();
