import { useState } from "preact/hooks";
import type { Card } from "../../shared/api";
import { tell } from "../../shared/news";
import { keepSelection } from "../../shared/selection-client";
import { announce } from "../../ui/announce";
import { useBackend } from "../../ui/backend";
import { CopyButton } from "../../ui/CopyButton";
import { t } from "../../ui/i18n";
import { plainText } from "../../ui/selection/text";

interface Props {
  card: Card;
  lose: (reason: unknown) => void;
}

/** Copy, keep with the paper, and who wrote this. */
export function Actions({ card, lose }: Props) {
  const { selection, provenance } = card;
  const keepable = card.id !== "" && card.metadata !== null && card.metadata.source !== "page";
  if (!selection) return null;
  return (
    <footer class="bubble-foot">
      <CopyButton class="button" text={() => plainText(selection)}>
        {(copied) => t(copied ? "copy_done" : "copy")}
      </CopyButton>
      {keepable && <Keep key={card.id} cardId={card.id} lose={lose} />}
      <span class="grow" />
      <span class="quiet bubble-by" title={t("foot_by_model")} translate={false}>
        {provenance.model}
      </span>
      {card.warnings.some(({ kind }) => kind === "draft") && (
        <p class="quiet bubble-warning">{t("warning_draft")}</p>
      )}
    </footer>
  );
}

function Keep({ cardId, lose }: { cardId: string; lose: (reason: unknown) => void }) {
  const backend = useBackend();
  const [kept, setKept] = useState(false);
  const keep = () =>
    keepSelection(backend, cardId).then(() => {
      setKept(true);
      void tell("selection-kept");
      announce(t("selection_kept"));
    }, lose);
  return (
    <button type="button" class="button" aria-disabled={kept} onClick={() => kept || void keep()}>
      {t(kept ? "selection_kept" : "selection_keep")}
    </button>
  );
}
