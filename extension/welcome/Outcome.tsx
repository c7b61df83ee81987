import type { TrialAnswer } from "../shared/api";
import { t } from "../ui/i18n";
import { ProblemNote } from "../ui/ProblemNote";
import { TrialNote } from "../ui/TrialNote";
import type { FirstGloss } from "./first-gloss";

/** How far the test and the sample are, or what stopped them and what to do. */
export function Outcome({ step }: { step: FirstGloss }) {
  switch (step.is) {
    case "testing":
      return <p class="busy">{t("provider_trying")}</p>;
    case "model-failed":
      return <ProblemNote problem={step.problem} />;
    case "glossing":
      return (
        <>
          <Tested trial={step.trial} />
          <p class="busy">{t("welcome_glossing")}</p>
          <progress aria-label={t("welcome_glossing")} max={step.of} value={step.done} />
        </>
      );
    case "failed":
      return (
        <>
          <Tested trial={step.trial} />
          <ProblemNote problem={step.problem} />
        </>
      );
    default:
      return (
        <>
          <Tested trial={step.trial} />
          <p class="good">{t("welcome_done")}</p>
        </>
      );
  }
}

function Tested({ trial }: { trial: TrialAnswer | null }) {
  return trial && <TrialNote trial={trial} />;
}
