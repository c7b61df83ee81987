import type { GlossAnswer, SelectionRequest } from "./api";
import { type Backend, jsonBody } from "./client";

/** The stored answer about a selection, or the job that makes it. */
export function askAboutSelection(backend: Backend, request: SelectionRequest): Promise<GlossAnswer> {
  return backend.json("/selections", jsonBody("POST", request));
}

/** Keeps the answer with its paper, in the library. */
export async function keepSelection(backend: Backend, cardId: string): Promise<void> {
  await backend.json(`/selections/${encodeURIComponent(cardId)}/keep`, { method: "POST" });
}
