import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import { Icon } from "../ui/Icon";
import { t } from "../ui/i18n";

/** What is not needed at every paper, behind one button. Escape or a press outside closes it. */
export function Menu({ children }: { children: (close: () => void) => ComponentChildren }) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={t("more")}
        title={t("more")}
        aria-haspopup="dialog"
        popovertarget={id}
      >
        <Icon name="more" />
      </button>
      <div id={id} ref={box} class="menu" popover="auto" role="dialog" aria-label={t("more")}>
        {children(() => box.current?.hidePopover())}
      </div>
    </>
  );
}
