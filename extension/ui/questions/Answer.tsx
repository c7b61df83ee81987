import type { Card } from "../../shared/api";
import { Caret } from "../card/Caret";
import { EvidenceBox } from "../card/evidence-box";
import { direction } from "../format";
import { spokenByUs, t } from "../i18n";
import { RichText } from "../RichText";
import { Statement } from "./Statement";

export type Question = NonNullable<Card["question"]>;

interface Props {
  question: Question;
  lang: string;
  writing: boolean;
}

/** What the paper says to a question, and what it does not say. */
export function Answer({ question, lang, writing }: Props) {
  const { answered, claims, missing } = question;
  const searched = answered === "searched";
  const spoken = searched ? { lang: "en", dir: "auto" as const } : { lang, dir: direction(lang) };
  const gap = (missing !== "" || answered === "no") && (
    <p class="answer-missing">
      <strong {...spokenByUs()}>{t("question_missing")}</strong> <RichText text={missing} links={false} />
      {writing && <Caret />}
    </p>
  );
  return (
    <div class="answer" {...spoken}>
      {searched && (
        <p class="quiet" {...spokenByUs()}>
          {t(claims.length > 0 ? "question_searched" : "question_searched_none")}
        </p>
      )}
      {answered === "no" && gap}
      {claims.length > 0 && (
        <ul class="statements">
          {claims.map((claim, index) => (
            <Statement
              key={index}
              claim={claim}
              part={`question/claims/${index}`}
              writing={writing && !missing && index === claims.length - 1}
            />
          ))}
        </ul>
      )}
      {answered !== "no" && gap}
      {question.nearest.length > 0 && <Nearest question={question} />}
    </div>
  );
}

/** Where the paper does not say: what comes nearest, for the reader to judge. */
function Nearest({ question: { text, nearest } }: { question: Question }) {
  const check = { status: "uncited", detail: null } as const;
  return (
    <details class="answer-nearest" {...spokenByUs()}>
      <summary>{t("question_nearest")}</summary>
      <EvidenceBox id="" part="" claim={{ text, role: null, check, evidence: nearest }} />
    </details>
  );
}
