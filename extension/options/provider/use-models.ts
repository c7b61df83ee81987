import { useEffect, useState } from "preact/hooks";
import type { ProviderView } from "../../shared/api";
import type { Backend } from "../../shared/client";
import { modelsOf } from "../../shared/settings-client";
import { type Draft, moved, requestOf } from "./draft";

/** Typing must have paused for so long before a provider is asked. */
const PAUSE_MS = 500;

/**
 * The models of the provider in the form; null while there is no answer. A service is asked only with a key,
 * a server on this machine always.
 */
export function useModels(backend: Backend, draft: Draft, view: ProviderView): string[] | null {
  const [models, setModels] = useState<string[] | null>(null);
  const { base_url, key } = draft;
  const hasKey = key !== "" || (view.key_set && !moved(draft, view));
  const ask = URL.canParse(base_url) && (hasKey || isHere(base_url));
  useEffect(() => {
    setModels(null);
    if (!ask) return;
    let current = true;
    const show = (found: string[]) => current && setModels(found);
    const timer = setTimeout(() => {
      const request = requestOf({ base_url, key, model: "" }, view);
      // A provider that lists nothing is no fault: the name is typed then.
      modelsOf(backend, request).then(show, () => show([]));
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [backend, base_url, key, ask, view]);
  return models;
}

function isHere(address: string): boolean {
  return ["127.0.0.1", "localhost", "[::1]"].includes(new URL(address).hostname);
}
