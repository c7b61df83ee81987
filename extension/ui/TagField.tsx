import { useId, useState } from "preact/hooks";
import { Icon } from "./Icon";
import { t } from "./i18n";

interface Props {
  /** Class of the button that opens the field. */
  class: string;
  /** Tags that are there already. */
  taken: readonly string[];
  /** The tags of all papers. */
  names: () => Promise<readonly string[]>;
  add: (name: string) => void;
  shortcut?: string;
}

/** As long as the backend lets a tag be. */
const LONGEST = 60;

/** A small field for one more tag; those of other papers are offered. */
export function TagField({ class: look, taken, names, add, shortcut }: Props) {
  const list = useId();
  const [open, setOpen] = useState(false);
  const [known, setKnown] = useState<readonly string[]>([]);
  if (!open) {
    const begin = () => {
      setOpen(true);
      names().then(setKnown, () => undefined);
    };
    return (
      <button type="button" class={look} data-key={shortcut} onClick={begin}>
        <Icon name="tag" /> {t("tag_add")}
      </button>
    );
  }
  return (
    <form
      class="tag-field"
      onSubmit={(event) => {
        event.preventDefault();
        const field = event.currentTarget.elements.namedItem("tag") as HTMLInputElement;
        const name = field.value.trim();
        if (name && !taken.includes(name)) add(name);
        field.value = "";
      }}
    >
      <input
        name="tag"
        list={list}
        maxLength={LONGEST}
        autocomplete="off"
        dir="auto"
        aria-label={t("tag_name")}
        placeholder={t("tag_name")}
        ref={focusOnce}
        onBlur={({ currentTarget }) => currentTarget.value === "" && setOpen(false)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          setOpen(false);
        }}
      />
      <datalist id={list}>
        {known
          .filter((name) => !taken.includes(name))
          .map((name) => (
            <option key={name} value={name} />
          ))}
      </datalist>
    </form>
  );
}

function focusOnce(field: HTMLInputElement | null): void {
  if (field && document.activeElement !== field) field.focus();
}
