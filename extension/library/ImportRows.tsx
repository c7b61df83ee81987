import type { ImportAnswer } from "../shared/api";
import { type MessageKey, t } from "../ui/i18n";

const OUTCOMES: Record<ImportAnswer["rows"][number]["outcome"], MessageKey> = {
  new: "exchange_new",
  there: "exchange_there",
  merge: "exchange_merge",
  error: "exchange_error",
};

/** What became of the rows of a file, or would. */
export function ImportRows({ answer, done }: { answer: ImportAnswer; done: boolean }) {
  const { rows, more } = answer;
  const counts = (["new", "merge", "there", "error"] as const).filter((outcome) => answer[outcome] > 0);
  return (
    <>
      <p role="status">
        {done && `${t("exchange_done")} `}
        {counts.map((outcome) => `${t(OUTCOMES[outcome])}: ${answer[outcome]}`).join(" · ")}
      </p>
      <ol class="import-rows">
        {rows.map(({ place, outcome, title, detail, paper }) => (
          <li key={place} class={`import-${outcome}`}>
            <span class="import-place">{place}</span>
            <span dir="auto">
              {title || paper || "—"}
              {detail && (
                <small lang="en" dir="ltr">
                  {detail}
                </small>
              )}
            </span>
            <span>{t(OUTCOMES[outcome])}</span>
          </li>
        ))}
      </ol>
      {more && <p class="quiet">{t("exchange_more")}</p>}
    </>
  );
}
