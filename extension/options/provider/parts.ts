import type { ProviderValue, ProviderView } from "../../shared/api";
import { t } from "../../ui/i18n";
import type { Choices, Draft } from "./draft";

/** What every field of the form works on. */
export interface Parts {
  view: ProviderView;
  draft: Draft;
  choices: Choices;
  change: (more: Partial<Draft>) => void;
}

export function isFixed(value: ProviderValue | null): boolean {
  return value?.source === "environment";
}

/** Where a value comes from, if not from this page. */
export function sourceNote(source: ProviderValue["source"] | null | undefined, variable: string): string {
  if (source === "environment") return t("provider_from_environment", variable);
  return source === "config file" ? t("provider_from_file") : "";
}
