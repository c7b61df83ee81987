import type { Collection } from "../shared/api";
import { t } from "../ui/i18n";
import { IconButton } from "./IconButton";

interface Props {
  collection: Collection;
  rename: (name: string) => void;
  remove: () => void;
}

/** One collection; its name is kept when the field is left. */
export function CollectionRow({ collection: { name, count }, rename, remove }: Props) {
  return (
    <li class="tag-row">
      <input
        class="grow"
        dir="auto"
        maxLength={120}
        aria-label={t("collection_rename", name)}
        defaultValue={name}
        onChange={(event) => {
          const given = event.currentTarget.value.trim();
          if (given && given !== name) rename(given);
        }}
      />
      <span class="quiet">{count}</span>
      <IconButton icon="remove" label={t("collection_remove", name)} press={remove} />
    </li>
  );
}
