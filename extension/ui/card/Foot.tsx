import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Card } from "../../shared/api";
import { day, money, tokens } from "../format";
import { t } from "../i18n";
import { lazy } from "../lazy";

const Provenance = lazy(async () => (await import("./Provenance")).Provenance);

interface Props {
  card: Card;
  /** What is being done now, above the line. */
  now?: ComponentChildren;
}

/** Everything about the machine, in one quiet line that unfolds. */
export function Foot({ card, now }: Props) {
  const { coverage } = card;
  const [opened, setOpened] = useState(false);
  return (
    <footer class="foot">
      {coverage && coverage.pages_of > 0 && (
        <progress
          class="coverage"
          aria-label={t("coverage")}
          value={coverage.pages_read}
          max={coverage.pages_of}
          title={t("state_pages", coverage.pages_read, coverage.pages_of)}
        />
      )}
      {now ? (
        <p>
          {now}
          <br />
          {facts(card).join(" · ")}
        </p>
      ) : (
        <details class="foot-more" onToggle={() => setOpened(true)}>
          <summary>{facts(card).join(" · ")}</summary>
          {opened && <Provenance card={card} />}
        </details>
      )}
    </footer>
  );
}

function facts(card: Card): string[] {
  const { provenance, key } = card;
  const { tokens_in, tokens_out, cost, currency, estimated } = provenance;
  const used = tokens_in + tokens_out;
  const price = cost === null ? "" : money(cost, currency);
  const byModel = hasModelText(card) ? t("foot_by_model") : "";
  const byMachine = key.engine === "extractive" ? t("foot_extractive") : byModel;
  return [
    provenance.model || t("engine_extractive"),
    day(provenance.created_at),
    used > 0 ? t("foot_tokens", (estimated ? "≈ " : "") + tokens(used)) : "",
    price,
    byMachine,
  ].filter(Boolean);
}

/** Whether any word on the card is a model's: one that never answered made nothing. */
function hasModelText({ summary, takeaways, translation, deep }: Card): boolean {
  const sentences = translation ? [translation.title, ...translation.sentences] : [];
  const written = deep?.sections.some(({ words }) => words > 0);
  return Boolean(summary?.length || takeaways?.length || written || sentences.some(({ target }) => target));
}
