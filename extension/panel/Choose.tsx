import { t } from "../ui/i18n";
import type { Choice, Route } from "./route";

/** Asks which of the papers that a page names is meant. */
export function Choose({ papers, open }: { papers: Choice[]; open: (route: Route) => void }) {
  return (
    <main class="main">
      <h1 class="page-title">{t("choose_title")}</h1>
      <p class="quiet">{t("choose_lead")}</p>
      <ul class="saved">
        {papers.map(({ paper, label }) => (
          <li key={paper}>
            <button type="button" class="saved-open" onClick={() => open({ show: "paper", paper })}>
              {label && (
                <bdi class="saved-title" lang="en">
                  {label}
                </bdi>
              )}
              <span class="saved-facts">{paper}</span>
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}
