import type { Backend } from "../../shared/client";
import { t } from "../../ui/i18n";
import { isFixed, type Parts, sourceNote } from "./parts";
import { useModels } from "./use-models";

/** The model: one of those that the provider lists, or any name. */
export function ModelField({ view, draft, change, backend }: Parts & { backend: Backend }) {
  const models = useModels(backend, draft, view);
  const fixed = isFixed(view.model);
  const note = sourceNote(view.model?.source, "PAPERGLOSS_MODEL") || listNote(models);
  return (
    <>
      <label class="field">
        <span>{t("provider_model")}</span>
        <input
          value={draft.model}
          disabled={fixed}
          list="models"
          dir="ltr"
          spellcheck={false}
          autocomplete="off"
          aria-describedby={note ? "model-note" : undefined}
          onInput={(event) => change({ model: event.currentTarget.value })}
        />
        <datalist id="models">
          {models?.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </label>
      {note && (
        <p class="quiet note" id="model-note">
          {note}
        </p>
      )}
    </>
  );
}

/** `null` before the provider was asked; empty where it lists nothing. */
function listNote(models: string[] | null): string {
  if (models === null) return "";
  return models.length > 0 ? t("provider_models", models.length) : t("provider_models_none");
}
