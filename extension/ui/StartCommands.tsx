import { Command } from "./Command";
import { t } from "./i18n";

interface Props {
  /** `serve` starts the backend, `pair` prints a link to one that runs. */
  what: "serve" | "pair";
}

/** What to type in a terminal: in a folder that was downloaded, or where the command is installed. */
export function StartCommands({ what }: Props) {
  return (
    <dl class="commands">
      <dt>{t("start_in_folder")}</dt>
      <dd>
        <Command line={what === "serve" ? "make run" : "make pair"} />
      </dd>
      <dt>{t("start_installed")}</dt>
      <dd>
        <Command line={what === "serve" ? "papergloss serve" : "papergloss pair --open"} />
      </dd>
    </dl>
  );
}
