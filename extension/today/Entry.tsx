import type { Card, ListedPaper, Problem } from "../shared/api";
import { t } from "../ui/i18n";
import { memo } from "../ui/memo";
import { ProblemNote } from "../ui/ProblemNote";
import { RichText } from "../ui/RichText";
import { Actions } from "./Actions";
import type { Act } from "./act";
import { Facts } from "./Facts";
import type { State } from "./filter";
import { Gloss } from "./Gloss";
import { Titles } from "./Titles";

interface Props {
  paper: ListedPaper;
  state: State | null;
  /** The brief gloss. */
  card: Card | null;
  /** Why there is none; undefined where it has not failed. */
  failure: Problem | null | undefined;
  current: boolean;
  unfolded: boolean;
  press: (what: Act, paper: string) => void;
}

/** One paper to decide on; a dropped one is only its title. */
export const Entry = memo(function Entry(props: Props) {
  const { paper, state, card, failure, current, unfolded, press } = props;
  const { authors, abstract } = paper.metadata;
  const dropped = state === "dropped";
  return (
    <li
      class={`entry ${dropped ? "entry-dropped" : state ? "entry-kept" : ""}`}
      data-paper={paper.paper}
      tabIndex={-1}
      aria-current={current ? "true" : undefined}
    >
      {!dropped && <Facts paper={paper} />}
      <Titles metadata={paper.metadata} card={card} />
      {!dropped && (
        <>
          <p class="entry-authors" dir="auto">
            {named(authors)}
          </p>
          {card && <Gloss card={card} />}
          {!card && failure !== undefined && <Failure problem={failure} />}
          {(unfolded || !card) && (
            <p class={`entry-abstract ${unfolded ? "" : "entry-folded"}`} lang="en" dir="ltr">
              <RichText text={abstract} />
            </p>
          )}
        </>
      )}
      <Actions state={state} unfolded={unfolded} press={(what) => press(what, paper.paper)} />
    </li>
  );
});

function Failure({ problem }: { problem: Problem | null }) {
  return (
    <div class="entry-failed">
      <p>⚠ {t("triage_line_failed")}</p>
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}

/** As many names as fit a line or two. */
const NAMED = 8;

function named(authors: readonly string[]): string {
  const others = authors.length - NAMED;
  return authors.slice(0, NAMED).join(", ") + (others > 0 ? ` +${others}` : "");
}
