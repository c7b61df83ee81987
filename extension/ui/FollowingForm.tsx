import { useCallback } from "preact/hooks";
import type { Backend } from "../shared/client";
import { followed, setFollowed } from "../shared/today-client";
import { type MessageKey, t } from "./i18n";
import { ProblemNote } from "./ProblemNote";
import { useAnswer } from "./use-answer";

const FIELDS = ["categories", "keywords", "authors"] as const;
const LABELS: Record<(typeof FIELDS)[number], [label: MessageKey, example: string]> = {
  categories: ["following_categories", "cs.CL, cs.LG"],
  keywords: ["following_keywords", "diffusion, protein folding"],
  authors: ["following_authors", "Noether"],
};

interface Props {
  backend: Backend;
  saved?: () => void;
}

/** Categories that bring papers to the reader, words and names that bring them to the front. */
export function FollowingForm({ backend, saved }: Props) {
  const { value, problem, busy, work } = useAnswer(useCallback(() => followed(backend), [backend]));
  if (!value) return problem && <ProblemNote problem={problem} />;
  const submit = async (form: HTMLFormElement) => {
    const typed = new FormData(form);
    const said = (name: (typeof FIELDS)[number]) => listed(String(typed.get(name)), name === "categories");
    const words = { categories: said("categories"), keywords: said("keywords"), authors: said("authors") };
    if (await work(setFollowed(backend, words))) saved?.();
  };
  return (
    <form
      key={JSON.stringify(value)}
      class="following"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      {FIELDS.map((name) => (
        <label key={name}>
          <span>{t(LABELS[name][0])}</span>
          <input
            name={name}
            lang="en"
            dir="auto"
            spellcheck={false}
            placeholder={LABELS[name][1]}
            defaultValue={value[name].join(", ")}
          />
        </label>
      ))}
      <button type="submit" class="button button-main" disabled={busy}>
        {t("save")}
      </button>
      <div role="status">{problem && <ProblemNote problem={problem} />}</div>
    </form>
  );
}

/** What stands between commas; names of categories have no blanks either. */
export function listed(text: string, blanks: boolean): string[] {
  const parts = text.split(blanks ? /[\s,;，、；]+/ : /[,;，、；\n]+/);
  return parts.map((part) => part.trim()).filter(Boolean);
}
