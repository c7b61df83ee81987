import type { MessageKey } from "../ui/i18n";

/** What a key does in the panel; keys with Ctrl, Alt or Command stay the browser's. */
export const SHORTCUTS = [
  { key: "j", does: "shortcut_next" },
  { key: "k", does: "shortcut_previous" },
  { key: "e", does: "shortcut_evidence" },
  { key: "s", does: "shortcut_star" },
  { key: "t", does: "shortcut_tag" },
  { key: "n", does: "shortcut_note" },
  { key: "a", does: "shortcut_ask" },
  { key: "l", does: "shortcut_list" },
  { key: "?", does: "shortcut_sheet" },
] as const satisfies { key: string; does: MessageKey }[];

export type ShortcutKey = (typeof SHORTCUTS)[number]["key"];

/** Listens on the page until `signal` aborts. Where something is being written, a letter is a letter. */
export function listenForShortcuts(run: (key: ShortcutKey) => void, signal: AbortSignal): void {
  const listener = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, defaultPrevented, target } = event;
    if (ctrlKey || metaKey || altKey || defaultPrevented || isField(target)) return;
    if (document.querySelector("dialog[open], :popover-open")) return;
    const known = SHORTCUTS.find((shortcut) => shortcut.key === key);
    if (!known) return;
    event.preventDefault();
    run(known.key);
  };
  document.addEventListener("keydown", listener, { signal });
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches("input, select, textarea");
}

/** Moves the focus to the next or previous takeaway, and says which one it is by focusing it. */
export function stepTakeaway(by: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(".takeaways > li")];
  const now = all.findIndex((item) => item.contains(document.activeElement));
  const next = now < 0 ? all[by > 0 ? 0 : all.length - 1] : all[now + by];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

/** Opens or closes the evidence of the takeaway that has the focus. */
export function openEvidence(): void {
  document.activeElement?.closest(".takeaways > li")?.querySelector<HTMLElement>("button.cite")?.click();
}

/** Presses the button that a key stands for, where it is on screen. */
export function pressButton(key: ShortcutKey): void {
  document.querySelector<HTMLElement>(`[data-key="${key}"]`)?.click();
}
