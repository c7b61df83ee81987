import { dropPending, insist, type Pending } from "../shared/pending";
import { useBackend } from "../ui/backend";
import { t } from "../ui/i18n";
import { problemText } from "../ui/problem-text";
import { STATE_NAMES, STATES } from "./states";

interface Props {
  pending: readonly Pending[];
  refresh: () => void;
  fail: (reason: unknown) => void;
}

/** Changes made while the backend was off that something else came before: the reader decides. */
export function Refused({ pending, refresh, fail }: Props) {
  const backend = useBackend();
  const refused = pending.filter((one) => one.refused);
  if (refused.length === 0) return null;
  const decide = (work: () => Promise<void>) => void work().then(refresh, fail);
  return (
    <section class="refused" aria-label={t("refused_title")}>
      <h2>{t("refused_title")}</h2>
      <ul>
        {refused.map((one) => (
          <li key={one.key}>
            <b dir="auto">{one.title}</b>
            <dl>
              <dt>{t("refused_mine")}</dt>
              <dd dir="auto">{mine(one)}</dd>
              {one.refused?.current && (
                <>
                  <dt>{t("refused_theirs")}</dt>
                  <dd dir="auto">{theirs(one)}</dd>
                </>
              )}
            </dl>
            {!one.refused?.current && one.refused && <p>{problemText(one.refused).reason}</p>}
            <div class="actions">
              {one.refused?.current && (
                <button type="button" class="button" onClick={() => decide(() => insist(backend, one))}>
                  {t("refused_take_mine")}
                </button>
              )}
              <button type="button" class="button" onClick={() => decide(() => dropPending(one))}>
                {t(one.refused?.current ? "refused_take_theirs" : "refused_drop")}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function mine({ work }: Pending): string {
  if (work.is === "add") return work.note.body;
  if (work.is === "change") return work.body;
  const { add_tags = [], remove_tags = [] } = work.request;
  return [
    marks(work.request),
    ...add_tags.map((name) => `+ ${name}`),
    ...remove_tags.map((name) => `− ${name}`),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** Of what is stored, the part that the change is about. */
function theirs({ work, refused }: Pending): string {
  const current = refused?.current ?? {};
  if (work.is !== "mark") return String(current.body ?? "");
  const asked = Object.entries(work.request).filter(([, value]) => value !== null);
  return marks(Object.fromEntries(asked.map(([name]) => [name, current[name]])));
}

function marks({ starred, state }: { starred?: unknown; state?: unknown }): string {
  const known = STATES.find((one) => one === state);
  const star = typeof starred === "boolean" && t(starred ? "refused_star" : "refused_no_star");
  return [star, known && t(STATE_NAMES[known])].filter(Boolean).join(" · ");
}
