import type { Card } from "../shared/api";
import type { Backend } from "../shared/client";
import { announce } from "../ui/announce";
import { t } from "../ui/i18n";

/** Saves the card as a file where the browser puts downloads. */
export async function saveMarkdown(backend: Backend, { id, key, metadata }: Card): Promise<void> {
  const text = await backend.markdown(id).catch(() => null);
  if (text === null) return announce(t("save_failed"));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
  link.download = `${fileName(metadata?.title ?? key.paper)}.md`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/** A title as a name that every file system takes. */
function fileName(title: string): string {
  const plain = title.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return [...plain].slice(0, 80).join("").trim() || "paper";
}
