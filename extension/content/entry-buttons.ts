import { listedEntries } from "../arxiv/entries";
import { copyButton, makeButton } from "./button";
import type { Here } from "./feature";

const CLASS = "papergloss-entry";

/** Puts a button at the end of each listed paper's own links. */
export function insertEntryButtons({ signal }: Here): void {
  removeAll();
  const button = makeButton("");
  for (const { id, linksElement } of listedEntries(document)) {
    const holder = document.createElement("span");
    holder.className = CLASS;
    holder.append(" [", copyButton(button, id), "]");
    linksElement.append(holder);
  }
  signal.addEventListener("abort", removeAll);
}

function removeAll(): void {
  for (const holder of document.querySelectorAll(`.${CLASS}`)) holder.remove();
}
