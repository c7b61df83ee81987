import { t } from "../../ui/i18n";

/** How to get a translation and a summary, for a card that was made without a model. */
export function NoModel({ command }: { command: string }) {
  return (
    <details class="no-model">
      <summary>{t("no_model_how")}</summary>
      <p>{t("no_model_steps")}</p>
      <pre translate={false}>{command}</pre>
    </details>
  );
}
