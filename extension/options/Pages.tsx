import type { Kind } from "../arxiv/kinds";
import { writeSetting } from "../shared/settings";
import { type MessageKey, t } from "../ui/i18n";
import { useSetting } from "../ui/use-setting";

/** The kinds of pages that a reader tells apart. */
const GROUPS: { label: MessageKey; kinds: Kind[] }[] = [
  { label: "pages_abstract", kinds: ["abstract"] },
  { label: "pages_listing", kinds: ["listing", "catchup"] },
  { label: "pages_search", kinds: ["search"] },
  { label: "pages_author", kinds: ["author"] },
  { label: "pages_html", kinds: ["html"] },
  { label: "pages_pdf", kinds: ["pdf"] },
];

/** On which of arXiv's pages there are buttons. */
export function Pages() {
  const off = useSetting("pagesOff");
  if (!off) return null;
  const set = (kinds: Kind[], on: boolean) => {
    const others = off.filter((kind) => !kinds.includes(kind));
    void writeSetting("pagesOff", on ? others : [...others, ...kinds]);
  };
  return (
    <section id="pages">
      <h2>{t("options_pages")}</h2>
      <p class="quiet">{t("options_pages_what")}</p>
      <ul class="checks">
        {GROUPS.map(({ label, kinds }) => (
          <li key={label}>
            <label>
              <input
                type="checkbox"
                checked={!kinds.some((kind) => off.includes(kind))}
                onChange={(event) => set(kinds, event.currentTarget.checked)}
              />
              {t(label)}
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
