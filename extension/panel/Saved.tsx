import { useState } from "preact/hooks";
import type { CardEntry } from "../shared/api";
import { useBackend } from "../ui/backend";
import { t } from "../ui/i18n";
import { LibraryLink } from "../ui/LibraryLink";
import { PdfButton } from "./PdfButton";
import { Queue } from "./Queue";
import type { Route } from "./route";
import { SavedPaper } from "./SavedPaper";
import { useSaved } from "./use-saved";

interface Props {
  open: (route: Route) => void;
  /** Takes a PDF from the disk. */
  send: (file: File) => void;
  lose: (reason: unknown) => void;
}

/** Every glossed paper, newest first, under what is being worked on. */
export function Saved({ open, send, lose }: Props) {
  const backend = useBackend();
  const { cards, total, jobs, more, reload } = useSaved(backend, lose);
  const [filter, setFilter] = useState("");
  const remove = (id: string) => void backend.removeCard(id).then(reload, lose);
  const cancel = (id: string) => void backend.cancel(id).then(reload, lose);
  if (!cards) return <main class="main" aria-busy="true" />;
  const shown = cards.filter((card) => matches(card, filter));
  return (
    <main class="main">
      <h1 class="page-title">{t("saved_title")}</h1>
      <div class="saved-ways">
        <LibraryLink />
        <PdfButton send={send} />
      </div>
      <Queue jobs={jobs} open={(paper) => open({ show: "paper", paper })} cancel={cancel} />
      {cards.length > 0 && (
        <input
          type="search"
          class="filter"
          aria-label={t("saved_filter")}
          placeholder={t("saved_filter")}
          value={filter}
          onInput={(event) => setFilter(event.currentTarget.value)}
        />
      )}
      {cards.length === 0 && <p class="quiet">{t("saved_none")}</p>}
      {cards.length > 0 && shown.length === 0 && <p class="quiet">{t("saved_no_match")}</p>}
      <ul class="saved">
        {shown.map((card) => (
          <SavedPaper
            key={card.id}
            card={card}
            open={() => open({ show: "card", id: card.id })}
            remove={remove}
          />
        ))}
      </ul>
      {cards.length < total && (
        <button type="button" class="button" onClick={more}>
          {t("saved_more")}
        </button>
      )}
    </main>
  );
}

function matches({ title, title_target, paper }: CardEntry, filter: string): boolean {
  const wanted = filter.trim().toLowerCase();
  return [title, title_target ?? "", paper].some((text) => text.toLowerCase().includes(wanted));
}
