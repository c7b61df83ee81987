import { useCallback, useEffect, useState } from "preact/hooks";
import type { NamedPaper, ProblemDocument, QuestionRequest, Status } from "../../shared/api";
import { ProblemError } from "../../shared/problems";
import { questionsAbout } from "../../shared/question-client";
import { useBackend } from "../../ui/backend";
import { t } from "../../ui/i18n";
import { ProblemNote } from "../../ui/ProblemNote";
import type { Route } from "../route";
import { Conversation } from "./Conversation";

interface Props {
  /** What the library calls them. */
  papers: string[];
  lang: string;
  engine: Status["engine"];
  open: (route: Route) => void;
  lose: (reason: unknown) => void;
}

/** Questions about several papers of the library. */
export function Compared({ papers, lang, engine, open, lose }: Props) {
  const backend = useBackend();
  const [named, setNamed] = useState<NamedPaper[]>([]);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the papers by their names
  const read = useCallback(async () => {
    const list = await questionsAbout(backend, papers, lang);
    setNamed(list.papers);
    return list;
  }, [backend, papers.join(" "), lang]);
  const refused = useCallback(
    (reason: unknown) => (reason instanceof ProblemError ? setProblem(reason.problem) : lose(reason)),
    [lose],
  );
  useEffect(() => {
    document.title = `${t("several_title")} · PaperGloss`;
  }, []);
  return (
    <main class="main">
      <h1 class="page-title">{t("several_title")}</h1>
      <p class="quiet">{t("several_lead")}</p>
      <ul class="saved">
        {named.map(({ paper, title }) => (
          <li key={paper}>
            <button type="button" class="saved-open" onClick={() => open({ show: "paper", paper })}>
              <bdi class="saved-title" lang="en">
                {title}
              </bdi>
              <span class="saved-facts">{paper.startsWith("sha256:") ? t("local_file") : paper}</span>
            </button>
          </li>
        ))}
      </ul>
      {problem && <ProblemNote problem={problem} />}
      <Conversation
        card={null}
        lang={lang}
        about={{ paper: null, papers: papers as NonNullable<QuestionRequest["papers"]> }}
        read={read}
        engine={engine}
        lose={refused}
      />
    </main>
  );
}
