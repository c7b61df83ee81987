import { t } from "../../ui/i18n";
import type { BrowserTranslation as Offer } from "../use-browser-translation";

/** Offers the browser's own translator, and says of its work that nobody has checked it. */
export function BrowserTranslation({ phase, fetched, start }: Offer) {
  if (phase === null) return null;
  if (phase === "offered" || phase === "failed") {
    return (
      <div class="no-model">
        <p>{t(phase === "failed" ? "browser_translation_failed" : "browser_translation_what")}</p>
        <button type="button" class="button" onClick={start}>
          {t("browser_translation_start")}
        </button>
      </div>
    );
  }
  return (
    <div class="note note-plain browser-translation">
      <p>{phase === "fetching" ? t("browser_translation_fetching") : t("browser_translation_label")}</p>
      {phase === "fetching" && (
        <progress aria-label={t("browser_translation_fetching")} value={fetched} max={1} />
      )}
    </div>
  );
}
