import type { Card, GlossAnswer, GlossRequest, ProblemDocument } from "../shared/api";
import type { Backend } from "../shared/client";
import { ProblemError } from "../shared/problems";
import type { StageName } from "../ui/stages";
import { type GlossView, viewOfCard, viewOfJob } from "./gloss-view";
import type { Route } from "./route";

/** What became of asking for a paper. */
export type Gloss =
  | { is: "asking" }
  | { is: "consent" }
  | { is: "refused"; problem: ProblemDocument }
  | { is: "view"; view: GlossView };

export interface Wish {
  route: Extract<Route, { show: "paper" | "card" }>;
  lang: string;
  /** The reader's choice to do without the model; null takes the backend's engine. */
  engine: "extractive" | null;
}

/** Opens a stored card or asks for the paper, and follows its job to the end. Throws BackendOff. */
export async function ask(backend: Backend, wish: Wish, show: (gloss: Gloss) => void, signal: AbortSignal) {
  await orWhyNot(show, signal, async () => {
    const view = await open(backend, wish);
    if (!signal.aborted) await showAndFollow(backend, view, show, signal);
  });
}

/**
 * Runs a stage again, and follows the job that does it. A card whose job is no longer known is made
 * anew. Throws BackendOff and ProblemError.
 */
export async function askAgain(
  backend: Backend,
  view: GlossView,
  stage: StageName,
  show: (gloss: Gloss) => void,
  signal: AbortSignal,
): Promise<void> {
  const id = view.job ?? (await backend.jobs()).find(({ card_id }) => card_id === view.card.id)?.id;
  const again = id ? viewOfJob(await backend.retry(id, stage)) : await regenerate(backend, view.card);
  const resumed = view.job ? { ...view, state: "running" as const } : again;
  await showAndFollow(backend, resumed, show, signal);
}

/** Makes a card anew, as one more revision, by the engine in use now or another model. Throws BackendOff. */
export async function makeAnew(
  backend: Backend,
  view: GlossView,
  model: string | undefined,
  show: (gloss: Gloss) => void,
  signal: AbortSignal,
): Promise<void> {
  await orWhyNot(show, signal, async () =>
    showAndFollow(backend, await regenerate(backend, view.card, model), show, signal),
  );
}

/** Shows why the backend did not do it; whatever else was thrown is thrown on. */
async function orWhyNot(show: (gloss: Gloss) => void, signal: AbortSignal, work: () => Promise<void>) {
  try {
    await work();
  } catch (reason) {
    if (signal.aborted) return;
    if (!(reason instanceof ProblemError)) throw reason;
    const { problem } = reason;
    show(problem.type === "consent-needed" ? { is: "consent" } : { is: "refused", problem });
  }
}

async function regenerate(backend: Backend, { key }: Card, model?: string): Promise<GlossView> {
  const kind = key.kind === "deep" ? "deep" : "card";
  const request: GlossRequest = { paper: key.paper, lang: key.lang, kind, regenerate: true };
  return viewOfAnswer(await backend.gloss({ ...request, ...(model && { model }) }));
}

/** Shows a gloss, and whatever comes of it while it is made. Throws BackendOff. */
export async function showAndFollow(
  backend: Backend,
  view: GlossView,
  show: (gloss: Gloss) => void,
  signal: AbortSignal,
) {
  const onStep = (step: GlossView) => show({ is: "view", view: step });
  onStep(view);
  if (view.job === null || view.state !== "running") return;
  const { follow } = await import("./follow");
  await follow(backend, { ...view, job: view.job }, onStep, signal);
}

async function open(backend: Backend, { route, lang, engine }: Wish): Promise<GlossView> {
  if (route.show === "card") return viewOfCard(await backend.card(route.id));
  const { paper, kind = "card" } = route;
  const request: GlossRequest = { paper, lang, kind, engine, regenerate: false };
  return viewOfAnswer(await backend.gloss(request));
}

/** The view that a request was answered with. */
export function viewOfAnswer({ card, job }: GlossAnswer): GlossView {
  if (card) return viewOfCard(card);
  if (job) return viewOfJob(job);
  throw new Error("the backend answered with neither a card nor a job");
}
