import { useCallback, useRef, useState } from "preact/hooks";
import type { DecisionRequest } from "../shared/api";
import type { Backend } from "../shared/client";
import { undoChange } from "../shared/library-client";
import { decide as ask } from "../shared/today-client";
import { idOf, type State } from "./filter";

export type Decision = DecisionRequest["decision"];

interface Step {
  paper: string;
  before: State | null;
  /** What takes it back; null where it was not kept by the backend. */
  undo: Promise<string | null>;
}

export interface Decisions {
  /** What was decided while this page was open: a paper's id and its state since. */
  decided: ReadonlyMap<string, State | null>;
  /** `before` is the paper's state until now. */
  decide: (paper: string, decision: Decision, before: State | null) => void;
  /** Takes the last decision back; answers its paper, null where there is none. */
  undo: () => string | null;
}

/** Keeping and dropping: shown at once, sent one after the other, and shown as it was where that fails. */
export function useDecisions(backend: Backend, fail: (reason: unknown) => void): Decisions {
  const [decided, setDecided] = useState<ReadonlyMap<string, State | null>>(new Map());
  const steps = useRef<Step[]>([]);
  const sending = useRef<Promise<unknown>>(Promise.resolve());

  const show = useCallback((paper: string, state: State | null) => {
    setDecided((before) => new Map(before).set(idOf(paper), state));
  }, []);
  const send = useCallback(
    <T>(work: () => Promise<T>, revert: () => void): Promise<T | null> => {
      const sent = sending.current.then(work).catch((reason) => {
        revert();
        fail(reason);
        return null;
      });
      sending.current = sent;
      return sent;
    },
    [fail],
  );

  const decide = useCallback(
    (paper: string, decision: Decision, before: State | null) => {
      const after =
        decision === "drop" ? "dropped" : before === null || before === "dropped" ? "to_read" : before;
      show(paper, after);
      const undo = send(
        async () => (await ask(backend, { paper, decision })).undo,
        () => show(paper, before),
      );
      steps.current.push({ paper, before, undo });
    },
    [backend, send, show],
  );
  const undo = useCallback(() => {
    const step = steps.current.pop();
    if (!step) return null;
    show(step.paper, step.before);
    void send(
      async () => {
        const change = await step.undo;
        if (change) await undoChange(backend, change);
      },
      () => undefined,
    );
    return step.paper;
  }, [backend, send, show]);
  return { decided, decide, undo };
}
