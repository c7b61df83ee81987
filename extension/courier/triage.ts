import * as batches from "../shared/batch-client";
import { readSetting } from "../shared/settings";
import type { TriageErrands } from "../shared/triage";
import { quote } from "../ui/quote";
import type { Errand, Way } from "./errand";
import { follow } from "./follow";

/** The list of a page, see TriageErrands. */
export const triage: { [K in keyof TriageErrands]: Errand<K> } = {
  "triage.quote": async ({ ask, tell, backend, status }) => {
    const lang = (await readSetting("lang")) ?? status.lang;
    tell(quote(ask.papers.length, status.engine, await batches.estimate(backend, ask.papers, lang)));
  },
  "triage.start": async (way) => {
    const { ask, backend, status } = way;
    if (ask.consent !== null) await backend.consent(ask.consent);
    const lang = (await readSetting("lang")) ?? status.lang;
    await follow(way, await batches.start(backend, ask.papers, lang, ask.label));
  },
  "triage.join": async (way) => {
    const [newest] = await batches.withLabel(way.backend, way.ask.label);
    if (newest) await follow(way, newest);
  },
  "triage.resume": async (way: Way<"triage.resume">) =>
    follow(way, await batches.resume(way.backend, way.ask.batch)),
  "triage.cancel": ({ ask, backend }) => batches.cancel(backend, ask.batch),
};
