import type { Card, Status } from "../shared/api";
import { t } from "../ui/i18n";
import type { Route } from "./route";

interface Props {
  card: Card;
  /** Null while the backend has not answered. */
  engine: Status["engine"] | null;
  /** True while the card is being made. */
  running: boolean;
  open: (route: Route) => void;
}

/** From a paper's card to its deep read, where a model can write one, and back. */
export function Depth({ card: { key }, engine, running, open }: Props) {
  const { paper } = key;
  if (key.kind === "deep")
    return (
      <p class="depth">
        <button type="button" class="link-button" onClick={() => open({ show: "paper", paper })}>
          {t("deep_back")}
        </button>
      </p>
    );
  if (running || engine?.engine !== "openai") return null;
  return (
    <p class="depth">
      <button
        type="button"
        class="button"
        title={t("deep_open_what")}
        onClick={() => open({ show: "paper", paper, kind: "deep" })}
      >
        {t("deep_open")}
      </button>
    </p>
  );
}
