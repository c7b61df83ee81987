import { useCallback, useState } from "preact/hooks";
import type { Backend } from "../../shared/client";
import { setTerms, terms } from "../../shared/keeping-client";
import { direction, languageName } from "../../ui/format";
import { t } from "../../ui/i18n";
import { ProblemNote } from "../../ui/ProblemNote";
import { useAnswer } from "../../ui/use-answer";
import { NewTerm } from "./NewTerm";

/** The reader's own translations of terms, for the language that is read. */
export function TermsSection({ backend, lang }: { backend: Backend; lang: string }) {
  const load = useCallback(() => terms(backend, lang), [backend, lang]);
  const { value, problem, busy, work } = useAnswer(load);
  const [filter, setFilter] = useState("");
  const known = value?.terms ?? {};
  const save = (list: Record<string, string>) => work(setTerms(backend, { lang, terms: list }));
  const shown = Object.entries(known).filter((pair) =>
    pair.some((text) => text.toLowerCase().includes(filter.trim().toLowerCase())),
  );
  return (
    <section id="terms">
      <h2>{t("options_terms")}</h2>
      <p class="quiet">{t("terms_what", languageName(lang))}</p>
      {Object.keys(known).length > MANY && (
        <label class="field">
          <span>{t("terms_filter")}</span>
          <input type="search" value={filter} onInput={(event) => setFilter(event.currentTarget.value)} />
        </label>
      )}
      <ul class="rows">
        {shown.map(([source, target]) => (
          <li key={source} class="field">
            <span>
              <span lang="en">{source}</span> →{" "}
              <span lang={lang} dir={direction(lang)}>
                {target}
              </span>
            </span>
            <button
              type="button"
              class="link-button"
              disabled={busy}
              aria-label={t("saved_remove", source)}
              onClick={() => void save(without(known, source))}
            >
              {t("saved_remove_short")}
            </button>
          </li>
        ))}
      </ul>
      <NewTerm
        lang={lang}
        busy={busy}
        add={(source, target) => save({ ...without(known, source), [source]: target })}
      />
      <div role="status">{problem && <ProblemNote problem={problem} />}</div>
    </section>
  );
}

/** From here on a list is searched rather than read. */
const MANY = 12;

function without(list: Record<string, string>, source: string): Record<string, string> {
  return Object.fromEntries(Object.entries(list).filter(([term]) => term !== source));
}
