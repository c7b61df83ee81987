/** How far back the backend lists days. */
const FURTHEST_BACK = 31;

/** The date so many days after another, both as `2026-11-20`. */
function shifted(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Whether arXiv never announces anything on this day. */
export function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/** The nearest day before (-1) or after (1) on which arXiv may announce. */
export function nextDay(day: string, step: -1 | 1): string {
  let next = shifted(day, step);
  while (isWeekend(next)) next = shifted(next, step);
  return next;
}

/** Today, as arXiv dates it. */
export function todaysDate(): string {
  return new Date().toISOString().slice(0, 10);
}

/** The first day that can be chosen. */
export function firstDay(): string {
  return shifted(todaysDate(), -FURTHEST_BACK);
}

/** The day in an address; null for the newest. */
export function dayOf(search: string): string | null {
  const day = new URLSearchParams(search).get("day") ?? "";
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : null;
}
