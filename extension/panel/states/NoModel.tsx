import { t } from "../../ui/i18n";

/** How to get a translation and a summary, for a card that was made without a model. */
export function NoModel({ command }: { command: string }) {
  return (
    <details class="no-model">
      <summary>{t("no_model_how")}</summary>
      <p>{t("no_model_steps")}</p>
      <button type="button" class="button" onClick={() => void chrome.runtime.openOptionsPage()}>
        {t("options_open")}
      </button>
      <pre translate={false}>{command}</pre>
    </details>
  );
}
