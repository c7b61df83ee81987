import { useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  tex: string;
  /** As it stands in the text: shown until the formula is typeset, and where it cannot be. */
  source: string;
  /** It stands apart, not in a sentence. */
  display?: boolean;
}

let typesetter: Promise<typeof import("./typeset")> | null = null;

/** A formula; the typesetter is loaded with the first one. */
export function Formula({ tex, source, display = false }: Props) {
  const box = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    let alive = true;
    box.current?.replaceChildren(source);
    typesetter ??= import("./typeset");
    void typesetter.then(({ typeset }) => {
      const formula = alive && typeset(tex, display);
      if (formula && box.current) show(box.current, formula);
    });
    return () => {
      alive = false;
    };
  }, [tex, source, display]);
  return <span class="formula" ref={box} dir="ltr" />;
}

function show(box: HTMLElement, formula: Node): void {
  box.replaceChildren(formula);
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
}
