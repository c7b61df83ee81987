import { useEffect, useState } from "preact/hooks";
import type { CardVersion, Comparison, HistoryEntry, PaperView } from "../shared/api";
import { compareCards, historyOf } from "../shared/library-client";
import { useBackend } from "../ui/backend";
import { day, languageName } from "../ui/format";
import { type MessageKey, t } from "../ui/i18n";
import { Compared } from "./Compared";

const KINDS: Record<HistoryEntry["kind"], MessageKey> = {
  opened: "history_opened",
  glossed: "history_glossed",
  reglossed: "history_reglossed",
  imported: "history_imported",
  exported: "history_exported",
};

interface Props {
  paper: PaperView;
  fail: (reason: unknown) => void;
}

/** What happened to a paper, and its cards beside each other. */
export function History({ paper, fail }: Props) {
  const backend = useBackend();
  const [open, setOpen] = useState(false);
  const [entries, setEntries] = useState<readonly HistoryEntry[]>([]);
  const [compared, setCompared] = useState<Comparison | null>(null);
  const [newest, ...older] = paper.cards;
  useEffect(() => {
    if (open) historyOf(backend, paper.id).then(setEntries, fail);
  }, [backend, open, paper.id, fail]);
  return (
    <details class="history section" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("history_title")}</summary>
      {newest && older.length > 0 && (
        <label>
          {t("history_compare")}{" "}
          <select
            value=""
            onChange={(event) =>
              void compareCards(backend, event.currentTarget.value, newest.id).then(setCompared, fail)
            }
          >
            <option value="">{t("history_choose")}</option>
            {older.map((card) => (
              <option key={card.id} value={card.id}>
                {nameOf(card)}
              </option>
            ))}
          </select>
        </label>
      )}
      <ul>
        {entries.map(({ kind, at }, index) => (
          <li key={index}>
            <time dateTime={at}>{`${day(at)} ${at.slice(11, 16)}`}</time> {t(KINDS[kind])}
          </li>
        ))}
      </ul>
      {compared && (
        <Compared
          comparison={compared}
          left={nameOf(compared.left)}
          right={nameOf(compared.right)}
          close={() => setCompared(null)}
        />
      )}
    </details>
  );
}

function nameOf({ version, lang, model, revision, saved_at }: CardVersion): string {
  return [`v${version}`, languageName(lang), model, `#${revision}`, day(saved_at)]
    .filter(Boolean)
    .join(" · ");
}
