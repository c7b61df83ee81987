import type { DeepSection } from "../../shared/api";
import { spokenByUs, t } from "../i18n";
import { isPending, type StageStates } from "../stages";

interface Props {
  sections: readonly DeepSection[];
  stages: StageStates;
}

/** The sections, one press away; those that are still to come are pale. */
export function Contents({ sections, stages }: Props) {
  return (
    <nav class="deep-contents" aria-label={t("deep_contents")} {...spokenByUs()}>
      {sections.map(({ name }) => (
        <button
          key={name}
          type="button"
          class={`link-button ${isPending(stages, name) ? "deep-coming" : ""}`}
          onClick={() => document.getElementById(`deep-${name}`)?.scrollIntoView({ block: "start" })}
        >
          {t(`deep_${name}`)}
        </button>
      ))}
    </nav>
  );
}
