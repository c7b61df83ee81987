import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface Props {
  title: string;
  /** How the stage is doing, in its heading. */
  state?: string;
  class?: string;
  children: ComponentChildren;
}

/** A part of the card under its small heading. */
export function Section({ title, state, class: name = "", children }: Props) {
  const id = useId();
  return (
    <section class={`section ${name}`} aria-labelledby={id}>
      <div class="section-head">
        <h2 id={id}>{title}</h2>
        {state && <span class="section-state">{state}</span>}
      </div>
      {children}
    </section>
  );
}
