import { useEffect, useState } from "preact/hooks";
import { usualSeconds } from "../shared/paper-client";
import { announce } from "../ui/announce";
import { useBackend } from "../ui/backend";
import { duration } from "../ui/format";
import { t } from "../ui/i18n";
import { DOING, isRunning, SECTIONS, type StageName, type StageStates } from "../ui/stages";

/** Of several that run, the one that usually runs longest is named. */
const STAGES: StageName[] = [
  ...SECTIONS,
  "outline",
  "summary",
  "figures",
  "translation",
  "reading",
  "metadata",
];

/** Which stage is running, and how long it usually takes. Screen readers hear each stage once, as it begins. */
export function Now({ stages }: { stages: StageStates }) {
  const backend = useBackend();
  const [usual, setUsual] = useState<Record<string, number>>({});
  const stage = STAGES.find((name) => isRunning(stages, name));
  const doing = t((stage && DOING[stage]) ?? "queue_waiting");
  const seconds = stage && usual[stage];
  useEffect(() => {
    // What is not known is not shown.
    usualSeconds(backend).then(setUsual, () => undefined);
  }, [backend]);
  useEffect(() => {
    if (stage) announce(doing);
  }, [stage, doing]);
  return (
    <span>
      {doing}
      {seconds !== undefined && seconds >= 1 && ` · ${t("stage_usually", duration(seconds))}`}
    </span>
  );
}
