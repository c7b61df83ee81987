import { t } from "../ui/i18n";
import { Message } from "./Message";

interface Props {
  host: string;
  /** Host and port of the backend that a yes would replace. */
  replaced: string | null;
  busy: boolean;
  onYes: () => void;
  onNo: () => void;
}

/** "Connect to 127.0.0.1:8765?" */
export function Question({ host, replaced, busy, onYes, onNo }: Props) {
  return (
    <Message
      title={t("pair_question", host)}
      lead={[t("pair_question_lead"), t("pair_question_check", host)]}
    >
      {replaced && <p class="caution">{t("pair_replaces", replaced)}</p>}
      <div class="choices">
        <button type="button" class="button button-main" disabled={busy} onClick={onYes}>
          {t(busy ? "pair_connecting" : replaced ? "pair_yes_replace" : "pair_yes")}
        </button>
        <button type="button" class="button" disabled={busy} onClick={onNo}>
          {t("pair_no")}
        </button>
      </div>
    </Message>
  );
}
