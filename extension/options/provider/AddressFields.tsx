import { t } from "../../ui/i18n";
import { type Choice, choiceAt } from "./draft";
import { isFixed, type Parts, sourceNote } from "./parts";

/** The provider: one that runs here, a known service, or any address. */
export function AddressFields({ view, draft, choices, change }: Parts) {
  const fixed = isFixed(view.base_url);
  const { found, services } = choices;
  const choose = (address: string) => {
    const choice = choiceAt(choices, address);
    change({ base_url: choice?.base_url ?? "", model: choice?.model ?? "", key: "" });
  };
  const note = sourceNote(view.base_url?.source, "OPENAI_BASE_URL");
  return (
    <>
      <label class="field">
        <span>{t("provider_label")}</span>
        <select
          value={choiceAt(choices, draft.base_url)?.base_url ?? ""}
          disabled={fixed}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {found.length > 0 && <Group label={t("provider_found")} of={found} />}
          <Group label={t("provider_services")} of={services} />
          <option value="">{t("provider_other")}</option>
        </select>
      </label>
      <label class="field">
        <span>{t("provider_address")}</span>
        <input
          type="url"
          value={draft.base_url}
          disabled={fixed}
          required={!fixed}
          placeholder="https://…/v1"
          dir="ltr"
          spellcheck={false}
          aria-describedby={note ? "address-note" : undefined}
          onInput={(event) => change({ base_url: event.currentTarget.value })}
        />
      </label>
      {note && (
        <p class="quiet note" id="address-note">
          {note}
        </p>
      )}
    </>
  );
}

function Group({ label, of }: { label: string; of: readonly Choice[] }) {
  return (
    <optgroup label={label}>
      {of.map((choice) => (
        <option key={choice.base_url} value={choice.base_url}>
          {choice.label}
        </option>
      ))}
    </optgroup>
  );
}
