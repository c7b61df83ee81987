import type { Connection } from "../shared/connection";
import { type MessageKey, t } from "../ui/i18n";
import { ProblemNote } from "../ui/ProblemNote";
import { StartCommands } from "../ui/StartCommands";
import { openTab } from "./open";

/** How we stand with the backend: one quiet line where all is well, else what to do. */
export function Standing({ connection }: { connection: Connection }) {
  if (connection.is === "ready") {
    const { engine, model } = connection.status.engine;
    return (
      <p class="standing standing-ready" role="status">
        {engine === "extractive" ? t("engine_extractive") : model}
      </p>
    );
  }
  return (
    <>
      <p class="standing" role="status">
        {t(WORDS[connection.is])}
      </p>
      <div class="help">
        <Help connection={connection} />
      </div>
    </>
  );
}

const WORDS: Record<Exclude<Connection["is"], "ready">, MessageKey> = {
  connecting: "connecting",
  unpaired: "unpaired_title",
  off: "off_title",
  blocked: "welcome_forbidden",
  mismatch: "mismatch_title",
  refused: "off_title",
};

function Help({ connection }: { connection: Exclude<Connection, { is: "ready" }> }) {
  switch (connection.is) {
    case "off":
      return <StartCommands what="serve" />;
    case "mismatch":
      return (
        <p>
          {t(connection.update === "backend" ? "mismatch_backend" : "mismatch_extension", connection.version)}
        </p>
      );
    case "refused":
      return <ProblemNote problem={connection.problem} />;
    case "unpaired":
    case "blocked":
      return (
        <button type="button" class="button" onClick={() => openTab("/welcome/welcome.html")}>
          {t("popup_first_steps")}
        </button>
      );
    default:
      return null;
  }
}
