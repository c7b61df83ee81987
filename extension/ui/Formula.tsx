import { useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  tex: string;
  /** As it stands in the text: shown until the formula is typeset, and where it cannot be. */
  source: string;
}

let typesetter: Promise<typeof import("./typeset")> | null = null;

/** A formula; the typesetter is loaded with the first one. */
export function Formula({ tex, source }: Props) {
  const box = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    let alive = true;
    box.current?.replaceChildren(source);
    typesetter ??= import("./typeset");
    void typesetter.then(({ typeset }) => {
      const formula = alive && typeset(tex);
      if (formula && box.current) show(box.current, formula);
    });
    return () => {
      alive = false;
    };
  }, [tex, source]);
  return <span class="formula" ref={box} dir="ltr" />;
}

function show(box: HTMLElement, formula: Node): void {
  box.replaceChildren(formula);
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
}
