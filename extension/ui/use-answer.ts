import { useCallback, useEffect, useState } from "preact/hooks";
import type { ProblemDocument } from "../shared/api";
import { problemIn } from "./problem-in";

export interface Answered<T> {
  /** Null until the backend has answered. */
  value: T | null;
  problem: ProblemDocument | null;
  busy: boolean;
  /** Does a piece of work; what it resolves to replaces the value. */
  work: (step: Promise<T>) => Promise<boolean>;
}

/** What the backend answers to `load`, asked anew when `load` changes, and to the work that follows. */
export function useAnswer<T>(load: () => Promise<T>): Answered<T> {
  const [value, setValue] = useState<T | null>(null);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let current = true;
    setValue(null);
    load().then(
      (answer) => current && setValue(answer),
      (reason) => current && setProblem(problemIn(reason)),
    );
    return () => {
      current = false;
    };
  }, [load]);
  const work = useCallback(async (step: Promise<T>) => {
    setBusy(true);
    setProblem(null);
    try {
      setValue(await step);
      return true;
    } catch (reason) {
      setProblem(problemIn(reason));
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  return { value, problem, busy, work };
}
