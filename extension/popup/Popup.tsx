import { todayPath } from "../shared/today-place";
import { t } from "../ui/i18n";
import type { CurrentPage } from "./current-page";
import { Running, Today } from "./Lists";
import { openPage, openTab } from "./open";
import { Standing } from "./Standing";
import { useOverview } from "./use-overview";

/** What a reader wants to know between two papers: is it running, what is it doing, what came of today. */
export function Popup({ page }: { page: CurrentPage | null }) {
  const { connection, overview } = useOverview();
  return (
    <>
      <header>
        <h1 class="brand" translate={false}>
          Paper<b>Gloss</b>
        </h1>
        <Standing connection={connection} />
      </header>
      <main>
        {page && (
          <section>
            <h2>{t("popup_page")}</h2>
            <p class="here">{page.title || page.paper}</p>
            <button type="button" class="button button-main" onClick={() => void openPage(page)}>
              {t("popup_open")}
            </button>
          </section>
        )}
        {overview && <Running jobs={overview.jobs} />}
        {overview && <Today cards={overview.today} />}
      </main>
      <footer>
        <button type="button" class="link-button" onClick={() => openTab(todayPath())}>
          {t("today_title")}
        </button>
        <button type="button" class="link-button" onClick={() => openTab("/library/library.html")}>
          {t("saved_open")}
        </button>
        <button type="button" class="link-button" onClick={() => void chrome.runtime.openOptionsPage()}>
          {t("options_open")}
        </button>
      </footer>
    </>
  );
}
