import { Icon } from "../ui/Icon";
import { t } from "../ui/i18n";
import { firstDay, nextDay, todaysDate } from "./days";

interface Props {
  /** The day on screen. */
  shown: string;
  /** The newest that arXiv has announced; null where only its day is known. */
  newest: string | null;
  go: (day: string) => void;
}

/** The way to earlier days and back. */
export function DayBar({ shown, newest, go }: Props) {
  const [first, last] = [firstDay(), newest ?? todaysDate()];
  const [before, after] = [nextDay(shown, -1), nextDay(shown, 1)];
  return (
    <fieldset class="days">
      <legend class="hidden-visually">{t("today_day")}</legend>
      <Step name={t("today_day_before")} icon="left" off={before < first} go={() => go(before)} />
      <input
        type="date"
        aria-label={t("today_day")}
        min={first}
        max={last}
        value={shown}
        onChange={({ currentTarget: { value, validity } }) => validity.valid && value && go(value)}
      />
      <Step name={t("today_day_after")} icon="right" off={after > last} go={() => go(after)} />
    </fieldset>
  );
}

function Step({
  name,
  icon,
  off,
  go,
}: {
  name: string;
  icon: "left" | "right";
  off: boolean;
  go: () => void;
}) {
  return (
    <button type="button" class="icon-button" aria-label={name} title={name} disabled={off} onClick={go}>
      <Icon name={icon} />
    </button>
  );
}
