import type { ProviderRequest, Providers, ProviderView } from "../../shared/api";

/** What the form holds; a key is only ever typed here, never shown. */
export interface Draft {
  base_url: string;
  model: string;
  key: string;
}

/** A provider that the reader can choose. */
export interface Choice {
  label: string;
  base_url: string;
  model: string;
}

export interface Choices {
  found: Choice[];
  services: Choice[];
}

/** Found servers and services; a server that runs at a preset's address stands among the found ones only. */
export function choicesOf({ presets, found }: Providers): Choices {
  return {
    found: found.map(({ label, base_url, models }) => ({
      label: base_url.includes(label) ? label : `${label} · ${new URL(base_url).host}`,
      base_url,
      model: models[0]?.id ?? "",
    })),
    services: presets.filter(({ local }) => !local),
  };
}

/** The choice at an address; undefined for one that the reader types. */
export function choiceAt({ found, services }: Choices, address: string): Choice | undefined {
  return [...found, ...services].find(({ base_url }) => sameAddress(base_url, address));
}

export function draftOf(view: ProviderView): Draft {
  return { base_url: view.base_url?.value ?? "", model: view.model?.value ?? "", key: "" };
}

/** What to send: what the environment says is left out, since it wins anyway. */
export function requestOf(draft: Draft, view: ProviderView): ProviderRequest {
  const own = (field: "base_url" | "model") =>
    view[field]?.source === "environment" ? null : draft[field].trim() || null;
  const context = view.context_tokens?.source === "options" && !moved(draft, view);
  return {
    base_url: own("base_url"),
    model: own("model"),
    api_key: draft.key.trim() || null,
    context_tokens: context ? Number(view.context_tokens?.value) : null,
  };
}

/** True where the address is another one, so that the saved key does not go along. */
export function moved(draft: Draft, view: ProviderView): boolean {
  return originOf(draft.base_url) !== originOf(view.base_url?.value ?? "");
}

function sameAddress(one: string, other: string): boolean {
  const plain = (address: string) =>
    address.trim().replace(/\/+$/, "").replace("//localhost:", "//127.0.0.1:");
  return plain(one) === plain(other);
}

function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : address.trim();
}
