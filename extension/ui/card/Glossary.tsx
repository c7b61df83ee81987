import type { Term } from "../../shared/api";
import { direction } from "../format";
import { t } from "../i18n";

interface Props {
  terms: readonly Term[];
  /** Language of the translation. */
  lang: string;
}

/** How the terms of the paper are worded all over the card, folded. */
export function Glossary({ terms, lang }: Props) {
  if (terms.length === 0) return null;
  return (
    <details class="glossary">
      <summary>{t("glossary", terms.length)}</summary>
      <dl>
        {terms.map(({ source, target, origin }) => (
          <div key={source}>
            <dt lang="en" dir="ltr">
              {source}
            </dt>
            <dd>
              <span lang={source === target ? "en" : lang} dir={source === target ? "ltr" : direction(lang)}>
                {target}
              </span>
              {origin !== "paper" && (
                <small>{t(origin === "user" ? "glossary_user" : "glossary_field")}</small>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
