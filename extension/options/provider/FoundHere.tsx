import { t } from "../../ui/i18n";
import type { Choice, Draft } from "./draft";

interface Props {
  choices: readonly Choice[];
  choose: (draft: Partial<Draft>) => void;
}

/** The servers of this machine, one press away, while no provider is chosen. */
export function FoundHere({ choices, choose }: Props) {
  if (choices.length === 0) return null;
  return (
    <div class="found">
      <span>{t("provider_found")}</span>
      {choices.map(({ label, base_url, model }) => (
        <button key={base_url} type="button" class="button" onClick={() => choose({ base_url, model })}>
          {label}
        </button>
      ))}
    </div>
  );
}
