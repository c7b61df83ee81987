import { Icon } from "../ui/Icon";

interface Props {
  icon: Parameters<typeof Icon>[0]["name"];
  label: string;
  press: () => void;
  pressed?: boolean;
  /** The key that does the same. */
  shortcut?: string;
}

/** A button that is only a picture. */
export function IconButton({ icon, label, press, pressed, shortcut }: Props) {
  return (
    <button
      type="button"
      class={`icon-button ${pressed ? "starred" : ""}`}
      aria-label={label}
      aria-pressed={pressed}
      title={shortcut ? `${label} (${shortcut})` : label}
      data-key={shortcut}
      onClick={press}
    >
      <Icon name={icon} />
    </button>
  );
}
