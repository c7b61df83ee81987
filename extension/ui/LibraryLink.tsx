import { t } from "./i18n";

/** The way to the library, in a tab of its own. */
export function LibraryLink() {
  return (
    <a href={chrome.runtime.getURL("library/library.html")} target="_blank" rel="noopener">
      {t("library_open")}
    </a>
  );
}
