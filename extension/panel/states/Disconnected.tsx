import { allowThisMachine, type Connection } from "../../shared/connection";
import { t } from "../../ui/i18n";
import { LibraryLink } from "../../ui/LibraryLink";
import { StartCommands } from "../../ui/StartCommands";
import { Notice } from "./Notice";
import { Refused } from "./Refused";

/** Why there is no backend to talk to, and the exact command that helps. */
export function Disconnected({ connection }: { connection: Connection }) {
  switch (connection.is) {
    case "off":
      return (
        <Notice title={t("off_title")} busy>
          <p>{t("off_what")}</p>
          <StartCommands what="serve" />
          <p class="quiet">{t("off_again", connection.base)}</p>
          <LibraryLink />
        </Notice>
      );
    case "blocked":
      return (
        <Notice title={t("blocked_title")}>
          <p>{t("blocked_what", connection.base)}</p>
          <div class="actions">
            <button type="button" class="button button-main" onClick={() => void allowThisMachine()}>
              {t("blocked_allow")}
            </button>
          </div>
        </Notice>
      );
    case "unpaired":
      return (
        <Notice title={t("unpaired_title")}>
          <p>{t("unpaired_what")}</p>
          <StartCommands what="pair" />
          <p class="quiet">{t("unpaired_how")}</p>
        </Notice>
      );
    case "mismatch":
      return (
        <Notice title={t("mismatch_title")}>
          <p>
            {t(
              connection.update === "backend" ? "mismatch_backend" : "mismatch_extension",
              connection.version,
            )}
          </p>
        </Notice>
      );
    case "refused":
      return <Refused problem={connection.problem} />;
    default:
      return <Notice title={t("connecting")} busy />;
  }
}
