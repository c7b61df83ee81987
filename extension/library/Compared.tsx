import type { Comparison } from "../shared/api";
import { Dialog } from "../ui/Dialog";
import { type MessageKey, t } from "../ui/i18n";
import { Marked } from "./Marked";

const PARTS: Record<Comparison["parts"][number]["name"], MessageKey> = {
  title: "compare_title",
  abstract: "compare_abstract",
  translation: "compare_translation",
  summary: "section_summary",
  takeaways: "section_takeaways",
};

interface Props {
  comparison: Comparison;
  /** What the two cards are called. */
  left: string;
  right: string;
  close: () => void;
}

/** Two cards of a paper, part by part; the words that differ are marked. */
export function Compared({ comparison, left, right, close }: Props) {
  return (
    <Dialog title={t("history_compare")} close={close}>
      <div class="compared">
        <b>{left}</b>
        <b>{right}</b>
        {comparison.parts.map(({ name, rows }) => (
          <>
            <h3 key={name}>{t(PARTS[name])}</h3>
            {rows.map((row, index) => (
              <>
                <p key={`${name} ${index} left`} dir="auto" class={`compared-${row.state}`}>
                  {row.left && <Marked segments={row.left} />}
                </p>
                <p key={`${name} ${index} right`} dir="auto" class={`compared-${row.state}`}>
                  {row.right && <Marked segments={row.right} />}
                </p>
              </>
            ))}
          </>
        ))}
      </div>
    </Dialog>
  );
}
