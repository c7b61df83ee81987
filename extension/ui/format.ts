const lang = () => document.documentElement.lang || "en";

/** `2026-11-21`: the same in every language, as in the margin of a printed page. */
export function day(iso: string | null | undefined): string {
  return iso ? iso.slice(0, 10) : "";
}

/** `18.2k`, `940`. */
export function tokens(count: number): string {
  return count < 1000 ? String(count) : `${(count / 1000).toFixed(count < 100_000 ? 1 : 0)}k`;
}

/** Money with as many digits as a small price needs: `$0.021`, `¥0.0004`. */
export function money(amount: number, currency: string): string {
  const digits = amount === 0 ? 0 : Math.min(6, Math.max(2, 1 - Math.floor(Math.log10(amount))));
  return new Intl.NumberFormat(lang(), {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: 0,
    maximumFractionDigits: digits,
  }).format(amount);
}

export function count(n: number): string {
  return new Intl.NumberFormat(lang()).format(n);
}

/** `3`, `2–4`, `2, 7`: pages in order, runs joined by an en dash. */
export function pageRanges(pages: readonly number[]): string {
  const sorted = [...new Set(pages)].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const page of sorted) {
    const last = runs.at(-1);
    if (last && page === last[1] + 1) last[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);

/** Writing direction of a language. */
export function direction(code: string): "rtl" | "ltr" {
  return RIGHT_TO_LEFT.has(code.split("-")[0] ?? "") ? "rtl" : "ltr";
}

/** A language's own name: `简体中文`, `Deutsch`. */
export function languageName(code: string): string {
  return OWN_NAMES[code] ?? new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
}

const OWN_NAMES: Record<string, string> = { "zh-CN": "简体中文", "zh-TW": "繁體中文" };

/** `14 s`, `2 min`: as exact as a guess may be, in the interface language. */
export function duration(seconds: number): string {
  const [amount, unit] = seconds < 90 ? [Math.max(1, seconds), "second"] : [seconds / 60, "minute"];
  return new Intl.NumberFormat(lang(), {
    style: "unit",
    unit,
    unitDisplay: "short",
    maximumFractionDigits: 0,
  }).format(amount);
}
