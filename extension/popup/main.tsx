import { render } from "preact";
import { readSetting } from "../shared/settings";
import { loadMessages } from "../ui/i18n";
import { followTheme } from "../ui/theme";
import { currentPage } from "./current-page";
import { Popup } from "./Popup";

const [lang, page] = await Promise.all([readSetting("lang"), currentPage()]);
await Promise.all([loadMessages([lang, chrome.i18n.getUILanguage()]), followTheme()]);
const root = document.getElementById("popup");
if (root) render(<Popup page={page} />, root);
