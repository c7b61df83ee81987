import { useState } from "preact/hooks";
import { modelsOf } from "../shared/settings-client";
import { useBackend } from "../ui/backend";
import { t } from "../ui/i18n";

interface Props {
  /** The model that made the card. */
  used: string;
  choose: (model: string) => void;
}

/** The provider's other models, asked for when the reader looks for one. */
export function OtherModels({ used, choose }: Props) {
  const backend = useBackend();
  const [names, setNames] = useState<readonly string[] | null>(null);
  const load = () => {
    if (names === null)
      modelsOf(backend, {}).then(
        (all) => setNames(all.filter((name) => name !== used)),
        () => setNames([]),
      );
  };
  return (
    <details class="menu-models" onToggle={load} aria-busy={names === null}>
      <summary class="menu-item">{t("regenerate_other")}</summary>
      {names?.length === 0 && <p class="menu-none quiet">{t("regenerate_none")}</p>}
      {names?.map((name) => (
        <button key={name} type="button" class="menu-item" translate={false} onClick={() => choose(name)}>
          {name}
        </button>
      ))}
    </details>
  );
}
