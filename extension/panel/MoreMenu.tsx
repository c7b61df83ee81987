import { useId, useRef, useState } from "preact/hooks";
import { Icon } from "../ui/Icon";
import { t } from "../ui/i18n";
import { lazy } from "../ui/lazy";
import type { OnScreen } from "./Paper";

const MenuItems = lazy(async () => (await import("./MenuItems")).MenuItems);

interface Props {
  /** Null while no stored card is on screen. */
  onScreen: OnScreen | null;
  shortcuts: () => void;
}

/** What is not needed at every paper, behind one button. Escape or a press outside closes it. */
export function MoreMenu(props: Props) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
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
      <div
        id={id}
        ref={box}
        class="menu"
        popover="auto"
        role="dialog"
        aria-label={t("more")}
        onToggle={({ newState }) => setOpen(newState === "open")}
      >
        {open && <MenuItems {...props} close={() => box.current?.hidePopover()} />}
      </div>
    </>
  );
}
