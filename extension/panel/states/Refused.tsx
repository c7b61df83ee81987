import type { ProblemDocument } from "../../shared/api";
import { t } from "../../ui/i18n";
import { problemText } from "../../ui/problem-text";
import { Notice } from "./Notice";

/** From this status on the same request may succeed later. */
const SERVER_FAULT = 500;

/** Nothing could be shown: why, in one sentence, and what to do. */
export function Refused({ problem, retry }: { problem: ProblemDocument; retry?: () => void }) {
  const { reason, hint, detail } = problemText(problem);
  return (
    <Notice title={reason}>
      <p>{hint}</p>
      {detail && (
        <p class="quiet" lang="en" dir="ltr">
          {detail}
        </p>
      )}
      {retry && problem.status >= SERVER_FAULT && (
        <div class="actions">
          <button type="button" class="button" onClick={retry}>
            {t("try_again")}
          </button>
        </div>
      )}
    </Notice>
  );
}
