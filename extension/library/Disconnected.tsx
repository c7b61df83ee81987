import type { Connection } from "../shared/connection";
import { t } from "../ui/i18n";
import { ProblemNote } from "../ui/ProblemNote";
import { StartCommands } from "../ui/StartCommands";

/** Why there is no backend to talk to, and what helps. */
export function Disconnected({ connection }: { connection: Connection }) {
  switch (connection.is) {
    case "off":
      return (
        <Notice title={t("off_title")}>
          <p>{t("off_what")}</p>
          <StartCommands what="serve" />
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
