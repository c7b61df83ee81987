import type {
  ModelNames,
  ProviderRequest,
  Providers,
  ProviderView,
  ReaderSettings,
  TrialAnswer,
} from "./api";
import { type Backend, jsonBody } from "./client";

const PROVIDER = "/settings/provider";

/** A model on this machine may have to be loaded before its first word. */
const TRIAL_TIMEOUT_MS = 90_000;

/** Presets, and the model servers that run on the backend's machine. */
export function providers(backend: Backend): Promise<Providers> {
  return backend.json("/providers");
}

export function providerInUse(backend: Backend): Promise<ProviderView> {
  return backend.json(PROVIDER);
}

/** Replaces what this page has set. A key that is left out stays, unless the address changes. */
export function setProvider(backend: Backend, request: ProviderRequest): Promise<ProviderView> {
  return backend.json(PROVIDER, jsonBody("PUT", request));
}

/** Forgets what this page has set, the key too. */
export function forgetProvider(backend: Backend): Promise<ProviderView> {
  return backend.json(PROVIDER, { method: "DELETE" });
}

export function forgetKey(backend: Backend): Promise<ProviderView> {
  return backend.json(`${PROVIDER}/key`, { method: "DELETE" });
}

/** One tiny call with these values; they need not be saved. */
export function tryProvider(backend: Backend, request: ProviderRequest): Promise<TrialAnswer> {
  const signal = AbortSignal.timeout(TRIAL_TIMEOUT_MS);
  return backend.json(`${PROVIDER}/test`, { ...jsonBody("POST", request), signal });
}

/** The models that the provider lists. */
export async function modelsOf(backend: Backend, request: ProviderRequest): Promise<string[]> {
  return (await backend.json<ModelNames>(`${PROVIDER}/models`, jsonBody("POST", request))).models;
}

/** Sets the language of glosses for everything that names none, the command line too. */
export function setReader(backend: Backend, settings: ReaderSettings): Promise<ReaderSettings> {
  return backend.json("/settings/reader", jsonBody("PUT", settings));
}
