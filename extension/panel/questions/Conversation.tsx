import { useEffect, useState } from "preact/hooks";
import type { Card, KeptQuestion, QuestionList, QuestionRequest, Status } from "../../shared/api";
import { announce } from "../../ui/announce";
import { useBackend } from "../../ui/backend";
import { CorrectContext } from "../../ui/card/correct-context";
import { Section } from "../../ui/card/Section";
import { dress } from "../../ui/dress";
import { direction } from "../../ui/format";
import { t } from "../../ui/i18n";
import { Turn } from "../../ui/questions/Turn";
import { focusQuestion } from "../question-field";
import { AskForm } from "./AskForm";
import { Running } from "./Running";
import { useAsking } from "./use-asking";
import { useKeptQuestions } from "./use-kept";

interface Props {
  /** The paper's card, for what its passages are called; null for several papers. */
  card: Card | null;
  lang: string;
  /** What is asked about: one paper, or several. */
  about: Pick<QuestionRequest, "paper" | "papers">;
  read: () => Promise<QuestionList>;
  engine: Status["engine"];
  lose: (reason: unknown) => void;
}

/** What was asked, what is being answered, and where to ask. Answers are asked anew, not edited. */
export function Conversation({ card, lang, about, read, engine, lose }: Props) {
  const backend = useBackend();
  const kept = useKeptQuestions(backend, read, lose);
  const [follows, setFollows] = useState<KeptQuestion | null>(null);
  useEffect(() => void dress("questions/questions.css"), []);
  const onKept = async (cardId: string) => {
    const list = await kept.reload();
    setFollows(list?.questions.find(({ card_id }) => card_id === cardId) ?? null);
    announce(t("question_answered"));
  };
  const { now, ask, join, retry, leave } = useAsking(backend, onKept, lose);
  const request = (question: string, more: Partial<QuestionRequest> = {}): QuestionRequest => ({
    ...about,
    question,
    follows: null,
    lang,
    engine: null,
    regenerate: false,
    ...more,
  });
  const { running } = kept;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each job
  useEffect(() => {
    if (running)
      join(request(running.question, { follows: running.follows, lang: running.job.key.lang }), running.job);
  }, [running?.job.id]);
  const goOnFrom = (question: KeptQuestion) => {
    setFollows(question);
    focusQuestion();
  };
  const again = ({ question, lang }: KeptQuestion) =>
    ask(request(question.text, { follows: question.follows, lang, regenerate: true }));
  const busy = now !== null;
  return (
    <CorrectContext.Provider value={null}>
      <Section title={t("questions_title")} class="questions">
        <ol class="turns">
          {kept.questions.map((one) => (
            <Turn
              key={one.id}
              card={card}
              kept={one}
              goOn={busy ? null : () => goOnFrom(one)}
              again={busy ? null : () => again(one)}
              remove={() => {
                if (follows?.id === one.id) setFollows(null);
                kept.remove(one.id);
              }}
            />
          ))}
          {now && (
            <Running
              now={now}
              engine={engine}
              lang={lang}
              retry={retry}
              search={() => ask({ ...now.request, engine: "extractive" })}
              leave={leave}
              lose={lose}
            />
          )}
        </ol>
        {kept.undo && (
          <p class="turn-gone">
            {t("question_removed")}{" "}
            <button type="button" class="link-button" onClick={kept.undo}>
              {t("library_undo")}
            </button>
          </p>
        )}
        {!busy && (
          <>
            <Suggestions lang={lang} questions={kept.suggestions} ask={(text) => ask(request(text))} />
            <AskForm
              follows={follows?.question.text ?? null}
              anew={() => setFollows(null)}
              ask={(text) => ask(request(text, { follows: follows?.card_id ?? null }))}
            />
          </>
        )}
      </Section>
    </CorrectContext.Provider>
  );
}

interface SuggestionsProps {
  lang: string;
  questions: readonly string[];
  ask: (question: string) => void;
}

function Suggestions({ lang, questions, ask }: SuggestionsProps) {
  return (
    <ul class="suggested" aria-label={t("question_suggested")} lang={lang} dir={direction(lang)}>
      {questions.map((question) => (
        <li key={question}>
          <button type="button" onClick={() => ask(question)}>
            {question}
          </button>
        </li>
      ))}
    </ul>
  );
}
