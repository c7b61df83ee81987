import type { Card, Claim } from "../shared/api";
import { direction } from "../ui/format";
import { t } from "../ui/i18n";
import { ProblemNote } from "../ui/ProblemNote";
import { RichText } from "../ui/RichText";

const SHOWN = 3;

/** The beginning of the sample's gloss, and where all of it is. */
export function SampleResult({ card }: { card: Card }) {
  const { key, metadata, translation, problems } = card;
  const claims = [...(card.takeaways ?? []), ...(card.summary ?? [])].slice(0, SHOWN);
  const extractive = key.engine === "extractive";
  return (
    <>
      {problems.map((problem) => (
        <ProblemNote key={problem.type} problem={problem} />
      ))}
      {extractive && <p class="caution">{t("welcome_extractive")}</p>}
      <article class="sample">
        <h3 lang={key.lang} dir={direction(key.lang)}>
          <RichText text={translation?.title.target ?? metadata?.title ?? ""} />
        </h3>
        {translation?.title.target && (
          <p class="quiet" lang="en">
            {metadata?.title}
          </p>
        )}
        <ul lang={extractive ? "en" : key.lang} dir={extractive ? "ltr" : direction(key.lang)}>
          {claims.map((claim) => (
            <Line key={claim.text} claim={claim} />
          ))}
        </ul>
      </article>
      <div class="choices">
        <a class="button button-main" href={`../panel/panel.html?${new URLSearchParams({ card: card.id })}`}>
          {t("welcome_open")}
        </a>
        <a class="button" href={metadata?.links.abs ?? "https://arxiv.org/"}>
          {t("welcome_on_arxiv")}
        </a>
      </div>
      <p>{t("welcome_next")}</p>
    </>
  );
}

function Line({ claim }: { claim: Claim }) {
  return (
    <li>
      <RichText text={claim.text} links={false} />
    </li>
  );
}
