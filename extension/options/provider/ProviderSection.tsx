import type { Backend } from "../../shared/client";
import { t } from "../../ui/i18n";
import { ProblemNote } from "../../ui/ProblemNote";
import { TrialNote } from "../../ui/TrialNote";
import { AddressFields } from "./AddressFields";
import { ConsentNote } from "./ConsentNote";
import { moved } from "./draft";
import { FoundHere } from "./FoundHere";
import { KeyField } from "./KeyField";
import { ModelField } from "./ModelField";
import { useProvider } from "./use-provider";

/** Which model answers: provider, key and model, tried before it is relied on. */
export function ProviderSection({ backend }: { backend: Backend }) {
  const provider = useProvider(backend);
  const { view, draft, choices, busy, problem, trial } = provider;
  if (!view) return problem && <ProblemNote problem={problem} />;
  const parts = { view, draft, choices, change: provider.change };
  const ours = [view.base_url, view.model].some((value) => value?.source === "options");
  return (
    <section id="provider" class="provider">
      <h2>{t("options_model")}</h2>
      <p class="quiet">{t(view.host ? "options_key" : "options_model_none")}</p>
      {!draft.base_url && <FoundHere choices={choices.found} choose={provider.change} />}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          provider.save();
        }}
      >
        <AddressFields {...parts} />
        <KeyField {...parts} remove={provider.removeKey} />
        <ModelField {...parts} backend={backend} />
        <div class="actions">
          <button type="submit" class="button button-main" disabled={busy !== null}>
            {t("provider_save")}
          </button>
          <button type="button" class="button" disabled={busy !== null} onClick={provider.attempt}>
            {t(busy === "trying" ? "provider_trying" : "provider_try")}
          </button>
          {ours && (
            <button type="button" class="link-button" onClick={provider.forget}>
              {t("provider_forget")}
            </button>
          )}
        </div>
      </form>
      <div role="status" class="outcome">
        {trial && <TrialNote trial={trial} />}
        {problem && <ProblemNote problem={problem} />}
        {!problem && !trial && !moved(draft, view) && <ConsentNote view={view} agree={provider.agree} />}
      </div>
    </section>
  );
}
