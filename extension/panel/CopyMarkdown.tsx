import { useBackend } from "../ui/backend";
import { CopyButton } from "../ui/CopyButton";
import { Icon } from "../ui/Icon";
import { t } from "../ui/i18n";

/** Copies the whole card as Markdown, as the backend writes it. */
export function CopyMarkdown({ cardId }: { cardId: string }) {
  const backend = useBackend();
  return (
    <CopyButton class="icon-button" label={t("copy_markdown")} text={() => backend.markdown(cardId)}>
      {(copied) => <Icon name={copied ? "check" : "copy"} />}
    </CopyButton>
  );
}
