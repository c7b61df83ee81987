import { useId } from "preact/hooks";
import { type MessageKey, t } from "../ui/i18n";

interface Props {
  add: (filter: string) => void;
}

/** Filters as they are written, and what each finds; docs/search.md has them all. */
const FILTERS: readonly (readonly [string, MessageKey])[] = [
  ['"…"', "filter_phrase"],
  ["-", "filter_not"],
  ["author:", "filter_author"],
  ["title:", "filter_title"],
  ["note:", "filter_note"],
  ["tag:", "filter_tag"],
  ["in:", "filter_in"],
  ["cat:cs.CL", "filter_cat"],
  ["year:2020-2024", "filter_year"],
  ["before:2024-06", "filter_before"],
  ["is:unread", "filter_is"],
  ["has:note", "filter_has"],
  ["lang:ja", "filter_lang"],
];

/** The filters of the search box; pressing one writes it. */
export function FilterHelp({ add }: Props) {
  const id = useId();
  return (
    <>
      <button type="button" class="button filter-button" popovertarget={id}>
        {t("filter_title_button")}
      </button>
      <div id={id} popover="auto" class="filter-help" role="dialog" aria-label={t("filter_title_button")}>
        <p class="quiet">{t("filter_intro")}</p>
        <dl>
          {FILTERS.map(([written, finds]) => (
            <>
              <dt key={written}>
                <button
                  type="button"
                  class="link-button"
                  onClick={(event) => {
                    add(written === '"…"' ? '""' : written);
                    event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
                    document.querySelector<HTMLElement>('[data-key="/"]')?.focus();
                  }}
                >
                  <code translate={false}>{written}</code>
                </button>
              </dt>
              <dd>{t(finds)}</dd>
            </>
          ))}
        </dl>
      </div>
    </>
  );
}
