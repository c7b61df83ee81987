import type { PaperView } from "../shared/api";
import { Authors } from "../ui/card/Authors";
import { Tags } from "../ui/card/Tags";
import { t } from "../ui/i18n";
import { RichText } from "../ui/RichText";

/** A paper without a card: what is known of it, and the way to one. */
export function Imported({ paper: { id, metadata } }: { paper: PaperView }) {
  const open = `../panel/panel.html?${new URLSearchParams({ paper: id })}`;
  return (
    <article class="card">
      <h2 class="title" dir="auto">
        <RichText text={metadata.title} />
      </h2>
      <Authors authors={metadata.authors} />
      <Tags metadata={metadata} />
      {metadata.abstract && (
        <p class="abstract section" lang="en" dir="auto">
          <RichText text={metadata.abstract} />
        </p>
      )}
      {metadata.arxiv_id && (
        <p class="section">
          <a class="button" href={open} target="_blank" rel="noopener">
            {t("library_gloss")}
          </a>
        </p>
      )}
    </article>
  );
}
