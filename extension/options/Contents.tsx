import { type MessageKey, t } from "../ui/i18n";

/** The sections in their order; `kept` ones are the backend's. */
const SECTIONS: { id: string; title: MessageKey; kept?: true }[] = [
  { id: "reading", title: "options_reading" },
  { id: "provider", title: "options_model", kept: true },
  { id: "spending", title: "options_spending", kept: true },
  { id: "terms", title: "options_terms", kept: true },
  { id: "following", title: "following_title", kept: true },
  { id: "pages", title: "options_pages" },
  { id: "telling", title: "options_telling" },
  { id: "shortcuts", title: "options_shortcuts" },
  { id: "data", title: "options_data", kept: true },
  { id: "clients", title: "options_clients", kept: true },
  { id: "backend", title: "options_backend" },
];

/** Links to the sections, beside them where there is room. */
export function Contents({ ready }: { ready: boolean }) {
  return (
    <nav class="contents" aria-label={t("options_contents")}>
      <ul>
        {SECTIONS.filter(({ kept }) => ready || !kept).map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{t(title)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
