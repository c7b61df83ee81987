import type { ComponentChildren } from "preact";

interface Props {
  /** True until everything is written: the lines still to be filled are ruled. */
  waiting: boolean;
  lines: number;
  children: ComponentChildren;
}

/** Ruled paper: text covers its lines as it comes, and nothing below it moves. */
export function Ruled({ waiting, lines, children }: Props) {
  return (
    <div class="ruled">
      {waiting && (
        <div class="rules" aria-hidden="true">
          {Array.from({ length: lines }, (_, line) => (
            <i key={line} />
          ))}
        </div>
      )}
      <div class="ruled-text">{children}</div>
    </div>
  );
}
