/** First capital, small letter and digit of each style, and the letters that Unicode had before it had the style. */
const STYLES: Record<string, { capital: number; small: number; digit?: number; others?: string }> = {
  bold: { capital: 0x1d400, small: 0x1d41a, digit: 0x1d7ce },
  "bold-italic": { capital: 0x1d468, small: 0x1d482 },
  script: { capital: 0x1d49c, small: 0x1d4b6, others: "BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ" },
  fraktur: { capital: 0x1d504, small: 0x1d51e, others: "CℭHℌIℑRℜZℨ" },
  "double-struck": { capital: 0x1d538, small: 0x1d552, digit: 0x1d7d8, others: "CℂHℍNℕPℙQℚRℝZℤ" },
  "sans-serif": { capital: 0x1d5a0, small: 0x1d5ba, digit: 0x1d7e2 },
  monospace: { capital: 0x1d670, small: 0x1d68a, digit: 0x1d7f6 },
};

/** Browsers draw no `mathvariant` but `normal`: the letters of a formula are put as characters of that style. */
export function putLetters(formula: ParentNode): void {
  for (const element of formula.querySelectorAll("[mathvariant]")) {
    const style = element.getAttribute("mathvariant") ?? "";
    if (!STYLES[style] || element.children.length > 0) continue;
    element.textContent = [...(element.textContent ?? "")].map((letter) => inStyle(letter, style)).join("");
    element.removeAttribute("mathvariant");
  }
}

function inStyle(letter: string, style: string): string {
  const { capital, small, digit, others = "" } = STYLES[style] ?? { capital: 0, small: 0 };
  const other = others.indexOf(letter);
  if (other >= 0) return others.charAt(other + 1);
  const from = (first: string, base: number) =>
    String.fromCodePoint(base + letter.charCodeAt(0) - first.charCodeAt(0));
  if (/^[A-Z]$/.test(letter)) return from("A", capital);
  if (/^[a-z]$/.test(letter)) return from("a", small);
  return digit && /^[0-9]$/.test(letter) ? from("0", digit) : letter;
}
