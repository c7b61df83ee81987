import type { Status } from "../shared/api";
import { t } from "../ui/i18n";

/** Which model answers, and how to connect another. */
export function ModelState({ status: { engine, command } }: { status: Status }) {
  const connected = engine.engine !== "extractive";
  return (
    <section>
      <h2>{t("options_model")}</h2>
      <p>
        {connected ? t("options_model_is", engine.model, engine.provider ?? "") : t("options_model_none")}
      </p>
      <p class="quiet">{t("no_model_steps")}</p>
      <pre translate={false}>{command}</pre>
      <p class="quiet">{t("options_key")}</p>
    </section>
  );
}
