import { render } from "preact";
import { takeOffer } from "../shared/offer";
import { readSetting } from "../shared/settings";
import { loadMessages } from "../ui/i18n";
import { PairPage } from "./PairPage";

const [offer, paired, lang, theme] = await Promise.all([
  takeOffer(),
  readSetting("paired"),
  readSetting("lang"),
  readSetting("theme"),
]);
if (theme !== "system") document.documentElement.dataset.theme = theme;
await loadMessages([lang, chrome.i18n.getUILanguage()]);
const root = document.getElementById("root");
if (root) render(<PairPage offer={offer} paired={paired} />, root);
