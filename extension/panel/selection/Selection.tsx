import { useState } from "preact/hooks";
import type { Status } from "../../shared/api";
import { LONGEST, type Picked, type Task } from "../../shared/selection";
import { BackendContext, useBackend } from "../../ui/backend";
import { count } from "../../ui/format";
import { t } from "../../ui/i18n";
import { RichText } from "../../ui/RichText";
import { useConnection } from "../../ui/use-connection";
import { Consent } from "../states/Consent";
import { Disconnected } from "../states/Disconnected";
import { Notice } from "../states/Notice";
import { Refused } from "../states/Refused";
import { Answer } from "./Answer";
import { Head } from "./Head";
import { useSelection } from "./use-selection";

interface Props {
  picked: Picked;
  /** The reader's chosen language; null takes the backend's. */
  lang: string | null;
}

/** What was selected, and what is said of it. */
export function Selection({ picked, lang: chosen }: Props) {
  const [task, setTask] = useState(picked.task);
  const { connection, lose } = useConnection();
  const ready = connection.is === "ready" ? connection : null;
  return (
    <BackendContext.Provider value={ready?.backend ?? null}>
      <Head task={task} choose={setTask} />
      {window.top === window && <Original text={picked.text} />}
      {picked.text.length > LONGEST && (
        <Notice title={t("selection_too_long")}>
          <p>{t("selection_too_long_how", count(picked.text.length), count(LONGEST))}</p>
        </Notice>
      )}
      {picked.text.length <= LONGEST && !ready && <Disconnected connection={connection} />}
      {picked.text.length <= LONGEST && ready && (
        <Asked
          key={task}
          picked={{ ...picked, task }}
          lang={chosen ?? ready.status.lang}
          engine={ready.status.engine}
          lose={lose}
        />
      )}
    </BackendContext.Provider>
  );
}

interface AskedProps {
  picked: Picked;
  lang: string;
  engine: Status["engine"];
  lose: (reason: unknown) => void;
}

/** Asked for, confirmed where that is needed, and shown. */
function Asked({ picked, lang, engine, lose }: AskedProps) {
  const backend = useBackend();
  const { gloss, restart, retry } = useSelection(backend, picked, lang, lose);
  if (gloss.is === "asking") return <Notice busy title={t(ASKING[picked.task])} />;
  if (gloss.is === "consent") {
    const agree = () => backend.consent(engine.provider ?? "").then(restart, lose);
    return <Consent engine={engine} agree={agree} />;
  }
  if (gloss.is === "refused") return <Refused problem={gloss.problem} retry={restart} />;
  return <Answer view={gloss.view} retry={retry} lose={lose} />;
}

const ASKING = {
  translate: "selection_translating",
  explain: "selection_explaining",
} as const satisfies Record<Task, string>;

/** Away from the page, the words themselves. */
function Original({ text }: { text: string }) {
  return (
    <aside>
      <blockquote class="bubble-original" dir="auto">
        {text.split("\n\n").map((paragraph, n) => (
          <p key={n}>
            <RichText text={paragraph} links={false} />
          </p>
        ))}
      </blockquote>
    </aside>
  );
}
