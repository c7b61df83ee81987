import type { ProblemDocument } from "../shared/api";
import { count } from "../ui/format";
import { type MessageKey, t } from "../ui/i18n";
import { ProblemNote } from "../ui/ProblemNote";
import { FilterHelp } from "./FilterHelp";
import type { Found } from "./use-papers";
import { GROUPS, SORTS, type View } from "./view";

interface Props {
  view: View;
  look: (view: Partial<View>) => void;
  found: Found | null;
  problem: ProblemDocument | null;
}

const SORT_NAMES: Record<(typeof SORTS)[number], MessageKey> = {
  relevance: "library_by_relevance",
  saved: "library_by_saved",
  opened: "library_by_opened",
  glossed: "library_by_glossed",
  title: "library_by_title",
  author: "library_by_author",
  year: "library_by_year",
};

const GROUP_NAMES: Record<(typeof GROUPS)[number], MessageKey> = {
  day: "library_group_day",
  tag: "library_group_tag",
  category: "library_group_category",
};

/** What to look for, how to sort it, and how much was found. */
export function SearchBox({ view, look, found, problem }: Props) {
  const named = <K extends string>(value: string, among: readonly K[]) =>
    among.find((one) => one === value) ?? null;
  return (
    <search class="search">
      <div class="search-line">
        <input
          type="search"
          data-key="/"
          maxLength={500}
          aria-label={t("library_search")}
          placeholder={t("library_search")}
          value={view.q}
          dir="auto"
          onInput={(event) => look({ q: event.currentTarget.value })}
          onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
        />
        <FilterHelp add={(filter) => look({ q: `${view.q} ${filter}`.trim() })} />
      </div>
      <div class="search-facts">
        <output>{found && told(found)}</output>
        <select
          aria-label={t("library_sort")}
          value={view.sort ?? ""}
          onChange={(event) => look({ sort: named(event.currentTarget.value, SORTS) })}
        >
          <option value="">{t(view.q ? "library_by_relevance" : "library_by_saved")}</option>
          {SORTS.map((sort) => (
            <option
              key={sort}
              value={sort}
              hidden={sort === (view.q ? "relevance" : "saved") || (!view.q && sort === "relevance")}
            >
              {t(SORT_NAMES[sort])}
            </option>
          ))}
        </select>
        <select
          aria-label={t("library_group")}
          value={view.group ?? ""}
          onChange={(event) => look({ group: named(event.currentTarget.value, GROUPS) })}
        >
          <option value="">{t("library_group_none")}</option>
          {GROUPS.map((group) => (
            <option key={group} value={group}>
              {t(GROUP_NAMES[group])}
            </option>
          ))}
        </select>
      </div>
      {problem && <ProblemNote problem={problem} />}
    </search>
  );
}

function told({ total, more }: Found): string {
  if (more) return t("library_found_best", count(total));
  return t(total === 1 ? "library_found_one" : "library_found", count(total));
}
