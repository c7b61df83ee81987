import { CopyButton } from "./CopyButton";
import { t } from "./i18n";

/** A command to type in a terminal, with a button that copies it. */
export function Command({ line }: { line: string }) {
  return (
    <div class="command">
      <code translate={false}>{line}</code>
      <CopyButton class="button" label={t("copy_command")} text={() => line}>
        {(copied) => t(copied ? "copy_done" : "copy")}
      </CopyButton>
    </div>
  );
}
