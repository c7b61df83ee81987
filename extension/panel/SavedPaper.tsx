import { useState } from "preact/hooks";
import type { CardEntry } from "../shared/api";
import { day, direction } from "../ui/format";
import { Icon } from "../ui/Icon";
import { t } from "../ui/i18n";
import { RichText } from "../ui/RichText";

interface Props {
  card: CardEntry;
  open: () => void;
  remove: (id: string) => void;
}

/** One line of the list; deleting asks once more in the same place. */
export function SavedPaper({ card, open, remove }: Props) {
  const [asking, setAsking] = useState(false);
  const { id, paper, lang, title, title_target, authors, author_count, saved_at, state } = card;
  const others =
    author_count > authors.length ? ` ${t("authors_others", author_count - authors.length)}` : "";
  const name = title_target ?? title;
  return (
    <li>
      <button type="button" class="saved-open" onClick={open}>
        <span
          class="saved-title"
          lang={title_target ? lang : "en"}
          dir={title_target ? direction(lang) : "auto"}
        >
          <RichText text={name} />
        </span>
        {title_target && title_target !== title && <span class="saved-original">{title}</span>}
        <span class="saved-facts">
          {[
            authors.join(", ") + others,
            paper.startsWith("sha256:") ? t("local_file") : paper,
            day(saved_at),
            state === "partial" ? t("saved_partial") : "",
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </button>
      {asking ? (
        <span class="saved-sure">
          <button type="button" class="link-button" onClick={() => remove(id)}>
            {t("saved_remove_sure")}
          </button>
          <button type="button" class="link-button" ref={focus} onClick={() => setAsking(false)}>
            {t("keep")}
          </button>
        </span>
      ) : (
        <button
          type="button"
          class="icon-button"
          aria-label={t("saved_remove", name)}
          title={t("saved_remove_short")}
          onClick={() => setAsking(true)}
        >
          <Icon name="remove" />
        </button>
      )}
    </li>
  );
}

/** The question takes the focus from the button whose place it took, on its harmless answer. */
function focus(button: HTMLButtonElement | null): void {
  button?.focus();
}
