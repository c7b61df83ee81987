import type { Estimate, Status } from "../shared/api";
import type { Quote } from "../shared/triage";
import { money, tokens } from "./format";

/** What is likely, and what is possible. */
type Range = [number, number];

/** What the reader is told before anything is sent. */
export function quote(papers: number, engine: Status["engine"], estimate: Estimate): Quote {
  const paid = engine.engine === "openai" && !engine.local;
  const [least, most] = (estimate.cost ?? [0, 0]) as Range;
  const [, tokensIn] = estimate.tokens_in as Range;
  const [, tokensOut] = estimate.tokens_out as Range;
  return {
    papers,
    fresh: estimate.calls_model ? estimate.papers : papers,
    engine: engine.engine,
    model: engine.model,
    provider: engine.provider ?? null,
    local: engine.local,
    asks: engine.engine === "openai" && !engine.consented,
    cost: paid && estimate.cost ? between(least, most, estimate.currency) : null,
    tokens: paid && !estimate.cost ? tokens(tokensIn + tokensOut) : null,
    left:
      paid && estimate.left !== null && most > estimate.left ? money(estimate.left, estimate.currency) : null,
  };
}

function between(least: number, most: number, currency: string): string {
  const [low, high] = [money(least, currency), money(most, currency)];
  return low === high ? low : `${low}–${high}`;
}
