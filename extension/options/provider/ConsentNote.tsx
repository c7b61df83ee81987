import type { ProviderView } from "../../shared/api";
import { t } from "../../ui/i18n";

interface Props {
  view: ProviderView;
  agree: (host: string) => void;
}

/** What is in use; before its first paper, the question whether it may get the text. */
export function ConsentNote({ view: { host, model_in_use, consented, local }, agree }: Props) {
  if (host === null) return null;
  if (consented) return <p class="good">{t("options_model_is", model_in_use ?? "", host)}</p>;
  return (
    <div class="ask">
      <p>{t("provider_consent", host)}</p>
      <button type="button" class="button" onClick={() => agree(host)}>
        {t(local ? "consent_agree_local" : "consent_agree", host)}
      </button>
    </div>
  );
}
