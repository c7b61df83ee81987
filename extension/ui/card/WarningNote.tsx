import { useId, useState } from "preact/hooks";
import type { Metadata, Warning } from "../../shared/api";
import { has, t } from "../i18n";

interface Props {
  warning: Warning;
  metadata: Metadata | null;
}

/** One thing the reader should know; what the backend found is behind "view". */
export function WarningNote({ warning: { kind, page, text }, metadata }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const onPage = `warning_${kind}_page`;
  const sentence = page !== null && has(onPage) ? t(onPage, page) : t(`warning_${kind}`);
  return (
    <div class={`note ${kind === "no_model" ? "note-plain" : ""}`}>
      <p>
        {sentence} {kind === "newer_version" && metadata && <NewestVersion metadata={metadata} />}
        {text && SHOWN.has(kind) && (
          <button
            type="button"
            class="link-button"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setOpen(!open)}
          >
            {t(open ? "warning_hide" : "warning_view")}
          </button>
        )}
      </p>
      {open && (
        <p id={id} class="note-text" lang="en" dir="auto">
          {text}
        </p>
      )}
    </div>
  );
}

/** The kinds whose text tells more than our own sentence does. */
const SHOWN = new Set<Warning["kind"]>(["hidden_text", "withdrawn", "partial_pdf", "unreadable"]);

function NewestVersion({ metadata: { arxiv_id, latest_version } }: { metadata: Metadata }) {
  if (!arxiv_id || !latest_version) return null;
  const query = new URLSearchParams({ paper: `${arxiv_id}v${latest_version}` });
  return <a href={`?${query}`}>{t("warning_open_version", latest_version)}</a>;
}
