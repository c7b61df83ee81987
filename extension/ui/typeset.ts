import DOMPurify from "dompurify";
import katex from "katex";
import { putLetters } from "./letters";

/** The formula as MathML, or null where it is not TeX that KaTeX can set. */
export function typeset(tex: string, displayMode = false): Node | null {
  let markup: string;
  try {
    markup = katex.renderToString(tex, {
      output: "mathml",
      displayMode,
      throwOnError: true,
      trust: false,
      strict: "ignore",
      maxExpand: 200,
    });
  } catch {
    return null;
  }
  const formula = DOMPurify.sanitize(markup, {
    USE_PROFILES: { mathMl: true },
    FORBID_ATTR: ["style"],
    ADD_TAGS: ["semantics", "annotation"],
    RETURN_DOM_FRAGMENT: true,
  });
  putLetters(formula);
  return formula;
}
