import type { Status } from "../../shared/api";
import { t } from "../../ui/i18n";
import { Notice } from "./Notice";

interface Props {
  engine: Status["engine"];
  agree: () => void;
  /** Goes on without the model; absent where nothing can be had without one. */
  decline?: () => void;
}

/** Before the first text leaves: what goes where. */
export function Consent({ engine: { provider, model, local }, agree, decline }: Props) {
  return (
    <Notice title={t(local ? "consent_title_local" : "consent_title")}>
      <dl class="facts">
        <dt>{t("consent_goes")}</dt>
        <dd>{t("consent_text")}</dd>
        <dt>{t("consent_to")}</dt>
        <dd>
          <b translate={false}>{provider}</b>
          {local && <span class="quiet"> · {t("consent_local")}</span>}
        </dd>
        <dt>{t("consent_model")}</dt>
        <dd translate={false}>{model}</dd>
        <dt>{t("consent_stays")}</dt>
        <dd>{t("consent_kept")}</dd>
      </dl>
      <p class="quiet">{t("consent_once")}</p>
      <div class="actions">
        <button type="button" class="button button-main" onClick={agree}>
          {t(local ? "consent_agree_local" : "consent_agree", provider ?? "")}
        </button>
        {decline && (
          <button type="button" class="button" onClick={decline}>
            {t("without_model")}
          </button>
        )}
      </div>
    </Notice>
  );
}
