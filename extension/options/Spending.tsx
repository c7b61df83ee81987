import { useCallback } from "preact/hooks";
import type { Backend } from "../shared/client";
import { setCap, usage } from "../shared/keeping-client";
import { money } from "../ui/format";
import { t } from "../ui/i18n";
import { ProblemNote } from "../ui/ProblemNote";
import { useAnswer } from "../ui/use-answer";

/** What the models have cost this month, and what they may. */
export function Spending({ backend }: { backend: Backend }) {
  const { value, problem, busy, work } = useAnswer(useCallback(() => usage(backend), [backend]));
  if (!value) return problem && <ProblemNote problem={problem} />;
  const { spent, cap, currency, rows } = value;
  return (
    <section id="spending">
      <h2>{t("options_spending")}</h2>
      <p>{t("spending_month", money(spent, currency))}</p>
      {rows.some(({ cost }) => cost === null) && <p class="quiet">{t("spending_unknown")}</p>}
      {cap !== null && <meter aria-label={t("spending_of_cap")} max={cap || 1} value={spent} />}
      <form
        key={cap}
        onSubmit={(event) => {
          event.preventDefault();
          const typed = new FormData(event.currentTarget).get("cap");
          void work(setCap(backend, typed ? Number(typed) : null));
        }}
      >
        <label class="field">
          <span>{t("spending_cap", currency)}</span>
          <input
            name="cap"
            type="number"
            min={0}
            max={1_000_000}
            step="any"
            placeholder={t("spending_no_cap")}
            defaultValue={cap === null ? "" : String(cap)}
          />
        </label>
        <p class="quiet note">{t("spending_what")}</p>
        <button type="submit" class="button" disabled={busy}>
          {t("provider_save")}
        </button>
      </form>
      <div role="status">{problem && <ProblemNote problem={problem} />}</div>
    </section>
  );
}
