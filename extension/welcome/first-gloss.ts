import type { Card, EngineStatus, GlossRequest, JobView, Problem, TrialAnswer } from "../shared/api";
import type { Backend } from "../shared/client";
import { ProblemError } from "../shared/problems";
import { providerInUse, tryProvider } from "../shared/settings-client";
import { t } from "../ui/i18n";

/** A short, well-known paper: most readers can judge its gloss at once. */
export const SAMPLE = { id: "1706.03762", title: "Attention Is All You Need" };

const SAMPLE_REQUEST = { paper: SAMPLE.id, kind: "card", regenerate: false } as const;

/** In which language, and whether the reader has agreed that the model is asked. */
export interface Wish {
  lang: string;
  withModel: boolean;
}

type Told = Pick<Problem, "type" | "title" | "detail" | "hint">;

/** How far the first gloss is. `trial` is what came of testing the model; null without one. */
export type FirstGloss =
  | { is: "testing" }
  | { is: "model-failed"; problem: Told }
  | { is: "glossing"; trial: TrialAnswer | null; done: number; of: number }
  | { is: "failed"; trial: TrialAnswer | null; problem: Told }
  | { is: "done"; trial: TrialAnswer | null; card: Card };

/**
 * Tests the model, then glosses the sample, telling every step. With `withModel` the reader has just read who
 * gets the text, and agreed; without it nobody is called.
 */
export async function glossFirst(
  backend: Backend,
  engine: EngineStatus,
  { lang, withModel }: Wish,
  tell: (step: FirstGloss) => void,
  signal: AbortSignal,
): Promise<void> {
  const say = (step: FirstGloss) => signal.aborted || tell(step);
  let trial: TrialAnswer | null = null;
  if (withModel && engine.engine === "openai") {
    say({ is: "testing" });
    try {
      trial = await tested(backend, engine);
    } catch (reason) {
      return void say({ is: "model-failed", problem: told(reason) });
    }
    if (trial.problem) return void say({ is: "model-failed", problem: trial.problem });
  }
  try {
    const count = (done: number, of: number) => say({ is: "glossing", trial, done, of });
    const request = { ...SAMPLE_REQUEST, lang, engine: withModel ? null : ("extractive" as const) };
    say({ is: "done", trial, card: await sample(backend, request, count, signal) });
  } catch (reason) {
    say({ is: "failed", trial, problem: told(reason) });
  }
}

async function tested(backend: Backend, { provider, consented }: EngineStatus): Promise<TrialAnswer> {
  if (provider && !consented) await backend.consent(provider);
  const { base_url, model, context_tokens } = await providerInUse(backend);
  const ours = (value: typeof base_url) => (value?.source === "options" ? value.value : null);
  const context = ours(context_tokens);
  return tryProvider(backend, {
    base_url: ours(base_url),
    model: ours(model),
    context_tokens: context === null ? null : Number(context),
  });
}

async function sample(
  backend: Backend,
  request: GlossRequest,
  count: (done: number, of: number) => void,
  signal: AbortSignal,
): Promise<Card> {
  const { card, job } = await backend.gloss(request);
  if (card) return card;
  if (!job) throw new Error("the backend answered with neither a card nor a job");
  count(0, job.stages.length);
  return await ended(backend, job, count, signal);
}

/** Follows the job to its end. Throws ProblemError where it has left no card. */
async function ended(
  backend: Backend,
  job: JobView,
  count: (done: number, of: number) => void,
  signal: AbortSignal,
): Promise<Card> {
  const over = new Set<string>();
  let problem: Problem | null = null;
  for await (const { event } of backend.events(job.id, 0, signal)) {
    if (event.type === "problem") problem = event.problem;
    if (event.type === "stage" && !["waiting", "running"].includes(event.state)) over.add(event.name);
    if (event.type === "stage") count(over.size, job.stages.length);
    if (event.type === "done" && event.card_id && event.state !== "failed")
      return backend.card(event.card_id);
  }
  throw new ProblemError({ ...(problem ?? cancelled()), status: 0 });
}

function cancelled(): Told {
  return { type: "cancelled", title: t("cancelled"), detail: "", hint: "" };
}

function told(reason: unknown): Told {
  if (reason instanceof ProblemError) return reason.problem;
  return { type: "backend-off", title: t("off_title"), detail: "", hint: "" };
}
