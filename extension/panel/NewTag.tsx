import { useId, useState } from "preact/hooks";
import { tagNames } from "../shared/paper-client";
import { useBackend } from "../ui/backend";
import { Icon } from "../ui/Icon";
import { t } from "../ui/i18n";

interface Props {
  /** Tags that the paper has. */
  taken: readonly string[];
  add: (name: string) => void;
}

/** As long as the backend lets a tag be. */
const LONGEST = 60;

/** A small field for one more tag; those of other papers are offered. */
export function NewTag({ taken, add }: Props) {
  const backend = useBackend();
  const list = useId();
  const [open, setOpen] = useState(false);
  const [known, setKnown] = useState<readonly string[]>([]);
  const begin = () => {
    setOpen(true);
    tagNames(backend).then(setKnown, () => undefined);
  };
  if (!open) {
    return (
      <button type="button" class="mark-add" data-key="t" onClick={begin}>
        <Icon name="tag" /> {t("tag_add")}
      </button>
    );
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem("tag") as HTMLInputElement;
    const name = field.value.trim();
    if (name && !taken.includes(name)) add(name);
    field.value = "";
  };
  return (
    <form class="mark-new" onSubmit={submit}>
      <input
        name="tag"
        list={list}
        maxLength={LONGEST}
        autocomplete="off"
        aria-label={t("tag_name")}
        placeholder={t("tag_name")}
        ref={(field) => field?.focus()}
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
