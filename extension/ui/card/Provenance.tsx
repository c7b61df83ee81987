import type { Card } from "../../shared/api";
import { count, money } from "../format";
import { t } from "../i18n";
import { DOING } from "../stages";

/** Where the card comes from: who made it, what was read, what it cost by stage. */
export function Provenance({ card }: { card: Card }) {
  return (
    <dl class="provenance">
      {rows(card).map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function rows({ id, provenance, key, coverage }: Card): [string, string][] {
  // A card that was watched while it was made learns of its revision by its final id.
  const revision = id.slice(id.lastIndexOf("-") + 1);
  const { provider, created_at, prompt_version, tokens_in, tokens_cached, tokens_out, stages } = provenance;
  const made = created_at ? new Date(created_at).toLocaleString(document.documentElement.lang) : "";
  const used = tokens_in + tokens_out > 0;
  return [
    [t("provenance_paper"), key.paper],
    [t("provenance_model"), [provenance.model, provider].filter(Boolean).join(" · ")],
    [t("provenance_made"), made],
    [t("provenance_revision"), `${revision} · ${prompt_version}`],
    [t("provenance_read"), coverage ? read(coverage) : ""],
    [
      t("provenance_tokens"),
      used ? t("provenance_tokens_of", count(tokens_in), count(tokens_cached), count(tokens_out)) : "",
    ],
    ...stages.map(({ stage, cost }): [string, string] => [
      t(DOING[stage] ?? "provenance_tokens"),
      cost ? money(cost, provenance.currency) : "",
    ]),
  ];
}

function read({
  source,
  pages_read,
  pages_of,
  passages_sent,
  passages_left_out,
}: NonNullable<Card["coverage"]>) {
  if (source === "abstract") return t("state_abstract_only");
  const passages = t("provenance_passages", count(passages_sent), count(passages_sent + passages_left_out));
  return [t("state_pages", pages_read, pages_of), passages].join(" · ");
}
