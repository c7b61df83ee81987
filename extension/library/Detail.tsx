import type { Card, PaperView, ProblemDocument } from "../shared/api";
import { CardView } from "../ui/card/CardView";
import { Foot } from "../ui/card/Foot";
import { t } from "../ui/i18n";
import { lazy } from "../ui/lazy";
import { ProblemNote } from "../ui/ProblemNote";
import { useActs } from "./acts";
import { DetailBar } from "./DetailBar";
import { History } from "./History";
import { Imported } from "./Imported";
import { Notes } from "./Notes";

const Sayings = lazy(async () => (await import("./Sayings")).Sayings);

interface Props {
  paper: PaperView | null;
  card: Card | null;
  problem: ProblemDocument | null;
  close: () => void;
}

/** The paper that is open: the reader's marks and notes, and its card. */
export function Detail({ paper, card, problem, close }: Props) {
  const { online } = useActs();
  if (!paper) {
    return (
      <main class="detail detail-none">
        {problem ? <ProblemNote problem={problem} /> : <p class="quiet">{t("library_none_open")}</p>}
      </main>
    );
  }
  return (
    <main class="detail" key={paper.id}>
      <span class="Z3988" title={paper.coins} />
      <DetailBar paper={paper} close={close} />
      <div class="detail-text">
        <Notes paper={paper} />
        {card ? (
          <CardView card={card} stages={{}} live={false} retry={undefined} />
        ) : (
          <Imported paper={paper} />
        )}
        {online && paper.sayings.length > 0 && (
          <Sayings paper={paper} card={card} discard={online.discardSaying} />
        )}
        {online && <History paper={paper} fail={online.fail} />}
      </div>
      {card && <Foot card={card} />}
    </main>
  );
}
