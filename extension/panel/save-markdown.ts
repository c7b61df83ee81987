import type { Card } from "../shared/api";
import type { Backend } from "../shared/client";
import { announce } from "../ui/announce";
import { t } from "../ui/i18n";
import { saveFile } from "../ui/save-file";

/** Saves the card as a file where the browser puts downloads. */
export async function saveMarkdown(backend: Backend, card: Card): Promise<void> {
  const text = await backend.markdown(card.id).catch(() => null);
  if (text === null) return announce(t("save_failed"));
  saveFile(new Blob([text], { type: "text/markdown" }), `${fileName(card)}.md`);
}

/** Saves a deep read as a page that needs nothing else. */
export async function savePage(backend: Backend, card: Card): Promise<void> {
  const text = await backend.text(`/cards/${encodeURIComponent(card.id)}/page`).catch(() => null);
  if (text === null) return announce(t("save_failed"));
  saveFile(new Blob([text], { type: "text/html" }), `${fileName(card)}.html`);
}

/** A paper's title as a name that every file system takes. */
export function fileName({ metadata, key }: Card): string {
  const plain = (metadata?.title ?? key.paper).replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return [...plain].slice(0, 80).join("").trim() || "paper";
}
