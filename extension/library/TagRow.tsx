import type { Tag, TagChangeRequest } from "../shared/api";
import { t } from "../ui/i18n";
import { IconButton } from "./IconButton";

interface Props {
  tag: Tag;
  others: readonly Tag[];
  change: (request: TagChangeRequest) => void;
  merge: (into: number) => void;
  remove: () => void;
}

/** What a tag without a colour is drawn in. */
const PLAIN = "#655f58";

/** One tag; its name is kept when the field is left. */
export function TagRow({ tag, others, change, merge, remove }: Props) {
  return (
    <li class="tag-row">
      <input
        type="color"
        aria-label={t("tag_colour", tag.name)}
        value={tag.colour ?? PLAIN}
        onChange={(event) => change({ colour: event.currentTarget.value })}
      />
      <input
        class="grow"
        dir="auto"
        maxLength={60}
        aria-label={t("tag_rename", tag.name)}
        defaultValue={tag.name}
        onChange={(event) => {
          const name = event.currentTarget.value.trim();
          if (name && name !== tag.name) change({ name });
        }}
      />
      <span class="quiet">{tag.count}</span>
      {others.length > 0 && (
        <select
          aria-label={t("tag_merge", tag.name)}
          value=""
          onChange={(event) => merge(Number(event.currentTarget.value))}
        >
          <option value="">{t("tag_merge_into")}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <IconButton icon="remove" label={t("tag_delete", tag.name)} press={remove} />
    </li>
  );
}
