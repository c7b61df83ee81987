const lang = () => document.documentElement.lang || "en";

/** Day and time of day in the interface language: `21 Nov 2026, 14:05`. */
export function moment(iso: string): string {
  return new Intl.DateTimeFormat(lang(), { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso));
}

/** `3.4 MB`: bytes in powers of a thousand. */
export function bytes(count: number): string {
  const units = ["kilobyte", "megabyte", "gigabyte"];
  const step = Math.min(2, Math.max(0, Math.floor(Math.log10(Math.max(count, 1)) / 3) - 1));
  return new Intl.NumberFormat(lang(), {
    style: "unit",
    unit: units[step],
    maximumFractionDigits: 1,
  }).format(count / 1000 ** (step + 1));
}
