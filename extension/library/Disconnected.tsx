import { allowThisMachine, type Connection } from "../shared/connection";
import { t } from "../ui/i18n";
import { ProblemNote } from "../ui/ProblemNote";
import { StartCommands } from "../ui/StartCommands";

/** Why there is no backend to talk to, and what helps. */
export function Disconnected({ connection }: { connection: Connection }) {
  switch (connection.is) {
    case "blocked":
      return (
        <Notice title={t("blocked_title")}>
          <p>{t("blocked_what", connection.base)}</p>
          <button type="button" class="button button-main" onClick={() => void allowThisMachine()}>
            {t("blocked_allow")}
          </button>
        </Notice>
      );
    case "unpaired":
      return (
        <Notice title={t("unpaired_title")}>
          <p>{t("unpaired_what")}</p>
          <StartCommands what="pair" />
        </Notice>
      );
    case "mismatch":
      return (
        <Notice title={t("mismatch_title")}>
          <p>{t(MISMATCH[connection.update], connection.version)}</p>
        </Notice>
      );
    case "refused":
      return (
        <Notice title={t("library_title")}>
          <ProblemNote problem={connection.problem} />
        </Notice>
      );
    default:
      return <Notice title={t("connecting")} />;
  }
}

const MISMATCH = { backend: "mismatch_backend", extension: "mismatch_extension" } as const;

function Notice({ title, children }: { title: string; children?: preact.ComponentChildren }) {
  return (
    <main class="library-notice">
      <h1>{title}</h1>
      {children}
    </main>
  );
}
