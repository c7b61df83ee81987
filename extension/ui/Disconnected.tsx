import { allowThisMachine, type Connection } from "../shared/connection";
import { t } from "./i18n";
import { ProblemNote } from "./ProblemNote";
import { StartCommands } from "./StartCommands";

interface Props {
  connection: Connection;
  /** The page's own. */
  title: string;
}

/** Why there is no backend to talk to, and what helps. */
export function Disconnected({ connection, title }: Props) {
  switch (connection.is) {
    case "off":
      return (
        <Notice title={t("off_title")}>
          <p>{t("off_what")}</p>
          <StartCommands what="serve" />
        </Notice>
      );
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
        <Notice title={title}>
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
    <main class="page-notice">
      <h1>{title}</h1>
      {children}
    </main>
  );
}
