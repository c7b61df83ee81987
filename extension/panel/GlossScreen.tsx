import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Status } from "../shared/api";
import { useBackend } from "../ui/backend";
import { CardView } from "../ui/card/CardView";
import { type Correct, CorrectContext } from "../ui/card/correct-context";
import { Foot } from "../ui/card/Foot";
import { t } from "../ui/i18n";
import { lazy } from "../ui/lazy";
import type { StageName } from "../ui/stages";
import { Depth } from "./Depth";
import type { GlossView } from "./gloss-view";
import { Marks } from "./Marks";
import { Now } from "./Now";
import type { Route } from "./route";
import { SavedPassages } from "./SavedPassages";
import { Skeleton } from "./states/Skeleton";
import { useBrowserTranslation } from "./use-browser-translation";
import { useKeptPlace } from "./use-kept-place";
import type { Shelf } from "./use-shelf";
import { useToldEnd } from "./use-told-end";

const BrowserTranslation = lazy(async () => (await import("./states/BrowserTranslation")).BrowserTranslation);
const Questions = lazy(async () => (await import("./questions/Questions")).Questions);
const NoModel = lazy(async () => (await import("./states/NoModel")).NoModel);

interface Props {
  view: GlossView;
  /** Null while the backend has not answered. */
  status: Status | null;
  cancel: (job: string) => void;
  restart: () => void;
  retry: (stage: StageName) => void;
  /** Asks again without the model; absent where that is what is shown. */
  withoutModel: (() => void) | undefined;
  /** The reader's marks on the paper; null until they are known. */
  shelf: Shelf | null;
  /** Keeps a correction; null while the card is not stored. */
  correct: Correct | null;
  open: (route: Route) => void;
  lose: (reason: unknown) => void;
}

/** The card, its state above and its foot below. */
export function GlossScreen(props: Props) {
  const { view, status, cancel, restart, retry, withoutModel, shelf, correct, open, lose } = props;
  const main = useRef<HTMLElement>(null);
  const { stages, job, state, live } = view;
  const browser = useBrowserTranslation(view.card);
  const { card } = browser;
  const running = state === "running";
  useKeptPlace(main, !running);
  const title = card.translation?.title.target ?? card.metadata?.title;
  useToldEnd(useBackend(), running ? job : null, title ?? "");
  useEffect(() => {
    document.title = title ? `${title} · PaperGloss` : "PaperGloss";
  }, [title]);
  return (
    <CorrectContext.Provider value={correct}>
      <main class="main" ref={main}>
        {card.metadata || card.problems.length > 0 ? (
          <CardView
            card={card}
            stages={stages}
            live={live}
            aside={<Aside shelf={shelf} browser={browser} status={status} running={running} open={open} />}
            retry={running ? undefined : retry}
            withoutModel={running ? undefined : withoutModel}
          />
        ) : (
          running && <Skeleton />
        )}
        {shelf && <SavedPassages shelf={shelf} />}
        {correct && status && <Questions key={card.id} card={view.card} engine={status.engine} lose={lose} />}
      </main>
      <Stopped view={view} restart={restart} />
      <div class="base">
        <Foot card={view.card} now={running ? <Now stages={stages} /> : undefined} />
        {running && job && (
          <button type="button" class="button" onClick={() => cancel(job)}>
            {t("cancel")}
          </button>
        )}
      </div>
    </CorrectContext.Provider>
  );
}

interface AsideProps {
  shelf: Shelf | null;
  browser: ReturnType<typeof useBrowserTranslation>;
  status: Status | null;
  running: boolean;
  open: (route: Route) => void;
}

/** The reader's marks, the way to the deep read, and what can be had where no model is connected. */
function Aside({ shelf, browser, status, running, open }: AsideProps) {
  return (
    <>
      {shelf && <Marks shelf={shelf} />}
      <Depth card={browser.card} engine={status?.engine ?? null} running={running} open={open} />
      {browser.card.key.engine === "extractive" && (
        <>
          <BrowserTranslation {...browser} />
          <NoModel command={status?.command ?? ""} />
        </>
      )}
    </>
  );
}

/** That the stream is broken, or the job was stopped. */
function Stopped({ view: { lost, state }, restart }: Pick<Props, "view" | "restart">) {
  return (
    <>
      {lost && <Banner told={t("stream_lost")} />}
      {state === "cancelled" && (
        <Banner told={t("cancelled")}>
          <button type="button" class="button" onClick={restart}>
            {t("start_again")}
          </button>
        </Banner>
      )}
    </>
  );
}

function Banner({ told, children }: { told: string; children?: ComponentChildren }) {
  return (
    <section class="banner" aria-label={told}>
      <output>{told}</output>
      {children}
    </section>
  );
}
