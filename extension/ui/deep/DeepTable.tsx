import { useState } from "preact/hooks";
import type { Card, DeepSection } from "../../shared/api";
import { FigureCaption } from "../card/FigureCaption";
import { Figures } from "../card/Figures";
import { spokenByUs, t } from "../i18n";

interface Props {
  table: Extract<DeepSection["blocks"][number], { kind: "table" }>;
  card: Card;
}

/** A table rebuilt by code from the words of its page, with the page's own picture at hand. */
export function DeepTable({ table, card }: Props) {
  const [pictured, setPictured] = useState(false);
  const figure = card.figures?.find(({ kind, number }) => kind === "table" && number === table.number);
  return (
    <figure class="deep-table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keys */}
      <section class="deep-scroll" tabIndex={0} aria-label={t("figure_table", table.number)}>
        <table dir="ltr" lang="en">
          <thead>
            {table.head.map((row, y) => (
              <tr key={y}>
                {row.map((cell, x) => (
                  <th key={x} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            ))}
          </thead>
          <tbody>
            {table.rows.map((row, y) => (
              <tr key={y}>
                {row.map((cell, x) => (x === 0 ? <th key={x}>{cell}</th> : <td key={x}>{cell}</td>))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {figure && <FigureCaption figure={figure} lang={card.key.lang} />}
      <p class="deep-note" {...spokenByUs()}>
        {t("deep_by_code", table.page)}{" "}
        {figure && (
          <button
            type="button"
            class="link-button"
            aria-expanded={pictured}
            onClick={() => setPictured(!pictured)}
          >
            {t(pictured ? "deep_hide_picture" : "deep_show_picture")}
          </button>
        )}
      </p>
      {pictured && figure && <Figures figures={[figure]} lang={card.key.lang} />}
    </figure>
  );
}
