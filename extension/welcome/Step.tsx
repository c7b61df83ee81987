import type { ComponentChildren } from "preact";

interface Props {
  title: string;
  /** `later` waits for the step before it. */
  state: "later" | "now" | "done";
  /** What has come of it, said to screen readers when it changes. */
  outcome?: ComponentChildren;
  children?: ComponentChildren;
}

/** One step of the way to the first gloss. */
export function Step({ title, state, outcome, children }: Props) {
  return (
    <li class={`step step-${state}`} aria-current={state === "now" ? "step" : undefined}>
      <h2>{title}</h2>
      <div role="status" class="step-outcome">
        {outcome}
      </div>
      {state !== "later" && children}
    </li>
  );
}
