import type { Metadata } from "../../shared/api";
import { ExternalLink } from "../ExternalLink";
import { day } from "../format";
import { t } from "../i18n";

/** The facts of the paper and the ways to it. */
export function Tags({ metadata }: { metadata: Metadata }) {
  const { links, categories, updated, submitted, doi } = metadata;
  const date = day(updated ?? submitted);
  return (
    <ul class="tags">
      <li>
        <Identifier metadata={metadata} />
      </li>
      {categories.length > 0 && <li class="tag">{categories.slice(0, 4).join(" · ")}</li>}
      {date && (
        <li class="tag">
          <time dateTime={date}>{date}</time>
        </li>
      )}
      {metadata.journal_ref && <li class="tag tag-venue">{metadata.journal_ref}</li>}
      <Link href={links.pdf}>PDF</Link>
      <Link href={links.html}>HTML</Link>
      {links.code.slice(0, 2).map((address) => (
        <Link key={address} href={address}>
          {t("link_code")}
        </Link>
      ))}
      <Link href={links.doi ?? (doi && `https://doi.org/${doi}`)}>DOI</Link>
    </ul>
  );
}

function Identifier({ metadata: { arxiv_id, version, links, file_name } }: { metadata: Metadata }) {
  if (!arxiv_id) return <span class="tag">{file_name ?? t("local_file")}</span>;
  return (
    <ExternalLink class="tag" href={links.abs}>
      <b>{arxiv_id}</b>
      {version && ` v${version}`}
    </ExternalLink>
  );
}

function Link({ href, children }: { href: string | null | undefined; children: string }) {
  if (!href) return null;
  return (
    <li>
      <ExternalLink class="tag tag-link" href={href}>
        {children}
      </ExternalLink>
    </li>
  );
}
