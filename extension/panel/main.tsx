import { render } from "preact";
import { pickedOf } from "../shared/selection";
import { readSetting } from "../shared/settings";
import { loadMessages } from "../ui/i18n";
import { followTheme } from "../ui/theme";
import { closeOnEscape } from "./escape";
import { Panel } from "./Panel";
import { routeOf } from "./route";

async function start(): Promise<void> {
  const lang = await readSetting("lang");
  await Promise.all([loadMessages([lang, chrome.i18n.getUILanguage()]), followTheme()]);
  const root = document.getElementById("panel");
  if (!root) return;
  const picked = pickedOf(location);
  if (picked) await (await import("./selection/start")).start(root, picked, lang);
  else {
    closeOnEscape();
    render(<Panel start={routeOf(location.search)} lang={lang} />, root);
  }
}

void start();
