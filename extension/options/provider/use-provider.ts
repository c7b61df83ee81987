import { useEffect, useReducer } from "preact/hooks";
import type { ProviderView, TrialAnswer } from "../../shared/api";
import type { Backend } from "../../shared/client";
import type { ProblemError } from "../../shared/problems";
import {
  forgetKey,
  forgetProvider,
  providerInUse,
  providers,
  setProvider,
  tryProvider,
} from "../../shared/settings-client";
import { problemIn } from "../../ui/problem-in";
import { type Choices, choicesOf, type Draft, draftOf, requestOf } from "./draft";

export type Problem = ProblemError["problem"];

interface State {
  view: ProviderView | null;
  choices: Choices;
  draft: Draft;
  busy: "saving" | "trying" | null;
  problem: Problem | null;
  trial: TrialAnswer | null;
}

const START: State = {
  view: null,
  choices: { found: [], services: [] },
  draft: { base_url: "", model: "", key: "" },
  busy: null,
  problem: null,
  trial: null,
};

/** The provider as the backend has it, as the reader is changing it, and what came of the last step. */
export function useProvider(backend: Backend) {
  const [state, set] = useReducer((old: State, more: Partial<State>) => ({ ...old, ...more }), START);
  const { draft, view } = state;

  useEffect(() => {
    providerInUse(backend).then(
      (now) => set(shown(now)),
      (reason: unknown) => set({ problem: problemIn(reason) }),
    );
    // Without the list any address can still be typed.
    providers(backend).then(
      (all) => set({ choices: choicesOf(all) }),
      () => undefined,
    );
  }, [backend]);

  const step = (busy: State["busy"], work: Promise<Partial<State>>) => {
    set({ busy, problem: null, trial: null });
    void work
      .catch((reason: unknown) => ({ problem: problemIn(reason) }))
      .then((result) => set({ ...result, busy: null }));
  };
  const request = view ? requestOf(draft, view) : {};
  return {
    ...state,
    change: (more: Partial<Draft>) => set({ draft: { ...draft, ...more }, trial: null, problem: null }),
    save: () => step("saving", setProvider(backend, request).then(shown)),
    attempt: () =>
      step(
        "trying",
        tryProvider(backend, request).then((trial) => ({ trial })),
      ),
    removeKey: () => step("saving", forgetKey(backend).then(shown)),
    forget: () => step("saving", forgetProvider(backend).then(shown)),
    agree: (host: string) =>
      step(
        "saving",
        backend
          .consent(host)
          .then(() => providerInUse(backend))
          .then(shown),
      ),
  };
}

function shown(view: ProviderView): Partial<State> {
  return { view, draft: draftOf(view), problem: view.problem };
}
