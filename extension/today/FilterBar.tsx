import type { TodayList } from "../shared/api";
import { count } from "../ui/format";
import { type MessageKey, t } from "../ui/i18n";
import { counts, type Filter, SECTIONS, type Section } from "./filter";

const NAMES: Record<Section, MessageKey> = {
  new: "today_new",
  cross: "today_cross",
  replaced: "today_replaced",
};

interface Props {
  list: TodayList;
  filter: Filter;
  setFilter: (filter: Filter) => void;
}

/** Which of the papers are shown; a choice that would change nothing is not offered. */
export function FilterBar({ list, filter, setFilter }: Props) {
  const of = counts(list.papers);
  const { sections, followed, dropped } = filter;
  const toggle = (one: Section) =>
    setFilter({
      ...filter,
      sections: sections.includes(one) ? sections.filter((other) => other !== one) : [...sections, one],
    });
  return (
    <fieldset class="choices">
      <legend class="hidden-visually">{t("today_filter")}</legend>
      {SECTIONS.map(
        (one) =>
          of[one] > 0 && (
            <Choice
              key={one}
              name={t(NAMES[one], count(of[one]))}
              on={sections.includes(one)}
              set={() => toggle(one)}
            />
          ),
      )}
      {of.followed > 0 && (
        <Choice
          name={t("today_only_followed", count(of.followed))}
          on={followed}
          set={() => setFilter({ ...filter, followed: !followed })}
        />
      )}
      {of.dropped > 0 && (
        <Choice
          name={t("today_also_dropped", count(of.dropped))}
          on={dropped}
          set={() => setFilter({ ...filter, dropped: !dropped })}
        />
      )}
    </fieldset>
  );
}

function Choice({ name, on, set }: { name: string; on: boolean; set: () => void }) {
  return (
    <label class="choice">
      <input type="checkbox" checked={on} onChange={set} />
      {name}
    </label>
  );
}
