import { t } from "../ui/i18n";
import type { View } from "./view";

/** What a heading of the list says, e.g. `Sunday, 22 November 2026`. */
export function headingOf(group: View["group"]): (key: string) => string {
  if (group === "day") return dayName;
  return (key) => key || t(group === "tag" ? "library_no_tag" : "library_no_category");
}

function dayName(key: string): string {
  const form = new Intl.DateTimeFormat(document.documentElement.lang, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return form.format(new Date(`${key}T00:00:00Z`));
}
