import { type Kind, kindOf } from "../arxiv/kinds";
import { paperOfPath } from "../arxiv/paths";
import { answer } from "../shared/messages";
import { readSetting } from "../shared/settings";
import { listenForPresses, markPressed, OPEN_HASH } from "./button";
import { insertEntryButtons } from "./entry-buttons";
import type { Feature, Here } from "./feature";
import { createPanel } from "./panel";
import { insertPaperButton } from "./paper-button";
import { insertPdfButton } from "./pdf-button";
import { recall } from "./place";
import { watchSelection } from "./selection";
import { insertTriageButton } from "./triage-button";

/** What each kind of page gets. A feature that finds none of its places on the page does nothing. */
const FEATURES: Partial<Record<Kind, readonly Feature[]>> = {
  abstract: [insertPaperButton, watchSelection],
  html: [insertPaperButton, watchSelection],
  pdf: [insertPdfButton],
  listing: [insertEntryButtons, insertTriageButton, watchSelection],
  catchup: [insertEntryButtons, insertTriageButton, watchSelection],
  search: [insertEntryButtons, insertTriageButton, watchSelection],
  author: [insertEntryButtons, insertTriageButton, watchSelection],
};

/** Works on a page of arXiv until `signal` aborts. */
function start(signal: AbortSignal): void {
  const paper = paperOfPath(location.pathname);
  const panel = createPanel(signal);
  const here: Here = { kind: kindOf(location.pathname), paper, toggle: panel.toggle, signal };

  listenForPresses(here, panel.prepare);
  answer(
    {
      "overlay.toggle": () => {
        const shown = panel.paper ?? paper;
        if (shown !== null) panel.toggle(shown);
        return shown !== null;
      },
      "overlay.open": (wanted) => {
        panel.open(wanted.paper);
        return true;
      },
      "overlay.close": () => {
        panel.close();
        return null;
      },
      "overlay.place": ({ top }) => {
        panel.scrolled(top);
        return null;
      },
    },
    signal,
  );

  const place = recall();
  if (place) panel.open(place.paper, place.top);
  else if (paper !== null && location.hash === OPEN_HASH) panel.open(paper);
  void addFeatures(here).then(() => markPressed(panel.paper));
}

async function addFeatures(here: Here): Promise<void> {
  const off = await readSetting("pagesOff");
  if (off.includes(here.kind) || here.signal.aborted) return;
  for (const feature of FEATURES[here.kind] ?? []) feature(here);
}

let life = new AbortController();
start(life.signal);

// Leaving ends everything. A page that comes back from the back/forward cache starts afresh, and
// finds in its own history entry what was open.
addEventListener("pagehide", () => life.abort());
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  life = new AbortController();
  start(life.signal);
});
