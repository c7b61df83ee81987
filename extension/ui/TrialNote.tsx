import type { TrialAnswer } from "../shared/api";
import { money, tokens } from "./format";
import { t } from "./i18n";
import { ProblemNote } from "./ProblemNote";

/** What came of the tiny call, and what it cost. */
export function TrialNote({ trial }: { trial: TrialAnswer }) {
  const { problem, model, host, first_word_seconds, tokens_in, tokens_out, cost, currency } = trial;
  const used = t("provider_try_tokens", tokens(tokens_in + tokens_out));
  const paid = cost === null ? "" : ` · ${money(cost, currency)}`;
  if (problem) return <ProblemNote problem={problem} />;
  return (
    <p class="good">
      {t("provider_try_ok", model, host, (first_word_seconds ?? 0).toFixed(1))}
      <span class="quiet">
        {" "}
        {used}
        {paid}
      </span>
    </p>
  );
}
