import type { ComponentChildren } from "preact";

interface Props {
  title: ComponentChildren;
  lead: string[];
  children?: ComponentChildren;
}

/** One page of plain text: who speaks, what happened, what next. */
export function Message({ title, lead, children }: Props) {
  return (
    <div role="status">
      <p class="brand">
        Paper<b>Gloss</b>
      </p>
      <h1>{title}</h1>
      {lead.map((text) => (
        <p class="lead" key={text}>
          {text}
        </p>
      ))}
      {children}
    </div>
  );
}
