import { useState } from "preact/hooks";
import { t } from "../ui/i18n";

interface Props {
  label: string;
  /** What the second press does. */
  sure: string;
  /** What screen readers hear instead of the label, where several buttons look alike. */
  named?: string;
  disabled?: boolean;
  act: () => void;
}

/** A button that asks once more in its own place. */
export function Sure({ label, sure, named, disabled = false, act }: Props) {
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <button
        type="button"
        class="link-button"
        aria-label={named}
        disabled={disabled}
        onClick={() => setAsking(true)}
      >
        {label}
      </button>
    );
  const answer = (yes: boolean) => {
    setAsking(false);
    if (yes) act();
  };
  return (
    <span class="sure">
      <button type="button" class="link-button" onClick={() => answer(true)}>
        {sure}
      </button>
      <button type="button" class="link-button" ref={focus} onClick={() => answer(false)}>
        {t("keep")}
      </button>
    </span>
  );
}

/** The question takes the focus from the button whose place it took, on its harmless answer. */
function focus(button: HTMLButtonElement | null): void {
  button?.focus();
}
