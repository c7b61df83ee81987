import type { ComponentChildren } from "preact";

interface Props {
  title: string;
  /** Work is under way: a quiet line runs under the title. */
  busy?: boolean;
  children?: ComponentChildren;
}

/** A whole-panel message: what is the case, why, and what to do. */
export function Notice({ title, busy = false, children }: Props) {
  return (
    <main class="main notice" aria-busy={busy}>
      <h1>{title}</h1>
      {busy && <div class="busy-line" />}
      {children}
    </main>
  );
}
