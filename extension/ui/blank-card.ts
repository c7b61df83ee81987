import type { Card, CardKey } from "../shared/api";

/** The card before its first event. */
export function blankCard(key: CardKey): Card {
  return {
    id: "",
    key,
    revision: 1,
    state: "running",
    metadata: null,
    translation: null,
    summary: null,
    takeaways: null,
    figures: null,
    selection: null,
    deep: null,
    question: null,
    coverage: null,
    provenance: {
      engine: key.engine,
      model: key.model,
      prompt_version: key.prompt_version,
      provider: null,
      created_at: "",
      tokens_in: 0,
      tokens_cached: 0,
      tokens_out: 0,
      cost: null,
      currency: "USD",
      estimated: false,
      stages: [],
    },
    warnings: [],
    problems: [],
    corrections: [],
  };
}
