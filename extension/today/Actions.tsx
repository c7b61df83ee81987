import { t } from "../ui/i18n";
import type { Act } from "./act";
import type { State } from "./filter";

interface Props {
  state: State | null;
  unfolded: boolean;
  press: (what: Act) => void;
}

/** What can be done with a paper. What is decided can be decided the other way. */
export function Actions({ state, unfolded, press }: Props) {
  const dropped = state === "dropped";
  const kept = state !== null && !dropped;
  return (
    <p class="entry-actions">
      {kept ? (
        <span class="entry-state">{t(state === "to_read" ? "today_is_kept" : "today_is_read")}</span>
      ) : (
        <button type="button" class="button" onClick={() => press("keep")}>
          {t("today_keep")}
        </button>
      )}
      {dropped ? (
        <span class="entry-state">{t("paper_dropped")}</span>
      ) : (
        <>
          <button type="button" class="button" onClick={() => press("drop")}>
            {t("today_drop")}
          </button>
          <button
            type="button"
            class="link-button"
            aria-expanded={unfolded}
            onClick={() => press("abstract")}
          >
            {t("today_abstract")}
          </button>
          <button type="button" class="link-button" onClick={() => press("open")}>
            {t("triage_open")}
          </button>
        </>
      )}
    </p>
  );
}
