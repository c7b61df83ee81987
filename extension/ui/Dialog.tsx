import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { Icon } from "./Icon";
import { t } from "./i18n";

interface Props {
  title: string;
  close: () => void;
  children: ComponentChildren;
}

/** A sheet over the page; Escape, its button and a press beside it close it, and the focus goes back. */
export function Dialog({ title, close, children }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    box.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={box}
      class="sheet"
      aria-labelledby={id}
      onClose={close}
      onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // Used here: it must not close the overlay around the panel as well.
        event.preventDefault();
        event.currentTarget.close();
      }}
    >
      <header class="sheet-head">
        <h2 id={id}>{title}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={t("close")}
          onClick={() => box.current?.close()}
        >
          <Icon name="close" />
        </button>
      </header>
      <div class="sheet-body">{children}</div>
    </dialog>
  );
}
