import type { Card, Metadata } from "../shared/api";
import { ExternalLink } from "../ui/ExternalLink";
import { direction } from "../ui/format";
import { RichText } from "../ui/RichText";

/** The title in the reader's language where there is one, and arXiv's own, which leads to arXiv. */
export function Titles({ metadata, card }: { metadata: Metadata; card: Card | null }) {
  const title = card?.translation?.title;
  const target = title?.state === "ok" && title.target !== metadata.title ? title.target : null;
  const original = (
    <ExternalLink href={metadata.links.abs}>
      <RichText text={metadata.title} links={false} />
    </ExternalLink>
  );
  if (!target || !card)
    return (
      <h2 class="entry-title" lang="en" dir="ltr">
        {original}
      </h2>
    );
  return (
    <>
      <h2 class="entry-title" lang={card.key.lang} dir={direction(card.key.lang)}>
        <RichText text={target} links={false} />
      </h2>
      <p class="entry-original" lang="en" dir="ltr">
        {original}
      </p>
    </>
  );
}
