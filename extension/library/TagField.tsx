import { useId, useState } from "preact/hooks";
import { Icon } from "../ui/Icon";
import { t } from "../ui/i18n";
import { useActs } from "./acts";

interface Props {
  /** Tags that are there already. */
  taken: readonly string[];
  add: (name: string) => void;
  shortcut?: string;
}

/** As long as the backend lets a tag be. */
const LONGEST = 60;

/** A small field for one more tag; those of other papers are offered. */
export function TagField({ taken, add, shortcut }: Props) {
  const { tagNames } = useActs();
  const list = useId();
  const [open, setOpen] = useState(false);
  const [known, setKnown] = useState<readonly string[]>([]);
  if (!open) {
    const begin = () => {
      setOpen(true);
      void tagNames().then(setKnown);
    };
    return (
      <button type="button" class="small-button" data-key={shortcut} onClick={begin}>
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
        onKeyDown={(event) => event.key === "Escape" && setOpen(false)}
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
