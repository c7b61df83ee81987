import { ProblemError, VersionMismatch } from "../shared/problems";
import { t } from "../ui/i18n";
import { ProblemNote } from "../ui/ProblemNote";
import { Message } from "./Message";

/** Why the pairing failed, and what to do; nothing that was paired before has changed. */
export function Failed({ base, reason }: { base: string; reason: unknown }) {
  const title = t("pair_failed_title");
  const kept = t("pair_failed_kept");
  if (reason instanceof ProblemError) {
    return (
      <Message title={title} lead={[kept]}>
        <div class="field">
          <ProblemNote problem={reason.problem} />
        </div>
      </Message>
    );
  }
  if (reason instanceof VersionMismatch) {
    const told = t(reason.update === "backend" ? "pair_update_backend" : "pair_update_extension");
    return <Message title={title} lead={[told, kept]} />;
  }
  return <Message title={title} lead={[t("pair_off", new URL(base).host), kept]} />;
}
