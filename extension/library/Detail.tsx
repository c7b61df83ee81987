import { trashPaper } from "../shared/library-client";
import type { ProblemError } from "../shared/problems";
import { useBackend } from "../ui/backend";
import { CardView } from "../ui/card/CardView";
import { Foot } from "../ui/card/Foot";
import { t } from "../ui/i18n";
import { ProblemNote } from "../ui/ProblemNote";
import { DetailBar } from "./DetailBar";
import { Imported } from "./Imported";
import { Notes } from "./Notes";
import type { Mark } from "./use-marks";
import type { Opened } from "./use-paper";

interface Props {
  opened: Opened;
  mark: Mark;
  done: (text: string, undo: string | null) => void;
  refuse: (problem: ProblemError) => void;
  lose: (reason: unknown) => void;
  close: () => void;
}

/** The paper that is open: the reader's marks and notes, and its card. */
export function Detail({ opened, mark, done, lose, close, refuse }: Props) {
  const backend = useBackend();
  const { paper, card, problem } = opened;
  if (!paper) {
    return (
      <main class="detail detail-none">
        {problem ? <ProblemNote problem={problem} /> : <p class="quiet">{t("library_none_open")}</p>}
      </main>
    );
  }
  const trash = async () => {
    const { undo } = await trashPaper(backend, paper.id);
    close();
    done(t("library_trashed_one"), undo);
  };
  return (
    <main class="detail" key={paper.id}>
      <DetailBar
        paper={paper}
        mark={mark}
        trash={() => void trash().catch(lose)}
        done={done}
        close={close}
        lose={lose}
      />
      <div class="detail-text">
        <Notes paper={paper} reload={opened.reload} done={done} refuse={refuse} lose={lose} />
        {card ? (
          <CardView card={card} stages={{}} live={false} retry={undefined} />
        ) : (
          <Imported paper={paper} />
        )}
      </div>
      {card && <Foot card={card} />}
    </main>
  );
}
