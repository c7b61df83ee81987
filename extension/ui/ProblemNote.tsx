import type { Problem } from "../shared/api";
import { t } from "./i18n";
import { problemText } from "./problem-text";

interface Props {
  problem: Pick<Problem, "type" | "title" | "detail" | "hint">;
  /** "Try again" for this part alone; absent where trying again cannot help. */
  retry?: (() => void) | undefined;
}

/** Why something failed, in one plain sentence, and what to do about it. */
export function ProblemNote({ problem, retry }: Props) {
  const { reason, hint, detail } = problemText(problem);
  return (
    <div class="problem">
      <p class="problem-reason">{reason}</p>
      {hint && <p>{hint}</p>}
      {detail && (
        <p class="problem-detail" lang="en" dir="ltr">
          {detail}
        </p>
      )}
      {retry && (
        <button type="button" class="button" onClick={retry}>
          {t("try_again")}
        </button>
      )}
    </div>
  );
}
