import { useState } from "preact/hooks";
import type { Changed } from "../shared/api";
import {
  addCollection,
  changeTag,
  mergeTags,
  removeCollection,
  removeTag,
  renameCollection,
} from "../shared/library-client";
import { useBackend } from "../ui/backend";
import { Dialog } from "../ui/Dialog";
import { t } from "../ui/i18n";
import { CollectionRow } from "./CollectionRow";
import { TagRow } from "./TagRow";
import { useShelves } from "./use-shelves";

interface Props {
  done: (text: string, undo: string | null) => void;
  refresh: () => void;
  fail: (reason: unknown) => void;
  close: () => void;
}

/** Tags: renamed, coloured, merged, removed; and collections: made, renamed, removed. */
export function TagSheet({ done, refresh, fail, close }: Props) {
  const backend = useBackend();
  const [round, setRound] = useState(0);
  const { tags, collections } = useShelves(round, fail);
  const again = () => {
    setRound((before) => before + 1);
    refresh();
  };
  const attempt = (work: () => Promise<unknown>) => void work().then(again, fail);
  const undoable = (text: string, work: () => Promise<Changed>) =>
    attempt(async () => done(text, (await work()).undo));
  return (
    <Dialog title={t("tags_title")} close={close}>
      {tags.length === 0 && <p class="quiet">{t("tags_none")}</p>}
      <ul class="tag-rows">
        {tags.map((tag) => (
          <TagRow
            key={`${tag.id} ${tag.name}`}
            tag={tag}
            others={tags.filter(({ id }) => id !== tag.id)}
            change={(request) => attempt(() => changeTag(backend, tag.id, request))}
            merge={(into) => undoable(t("tags_merged"), () => mergeTags(backend, [tag.id], into))}
            remove={() => undoable(t("tags_removed"), () => removeTag(backend, tag.id))}
          />
        ))}
      </ul>
      <h3>{t("library_collections")}</h3>
      <ul class="tag-rows">
        {collections.map((collection) => (
          <CollectionRow
            key={`${collection.id} ${collection.name}`}
            collection={collection}
            rename={(name) => attempt(() => renameCollection(backend, collection.id, name))}
            remove={() => undoable(t("collection_removed"), () => removeCollection(backend, collection.id))}
          />
        ))}
      </ul>
      <form
        class="tag-row"
        onSubmit={(event) => {
          event.preventDefault();
          const field = event.currentTarget.elements.namedItem("name") as HTMLInputElement;
          const name = field.value.trim();
          field.value = "";
          if (name) attempt(() => addCollection(backend, name));
        }}
      >
        <input
          name="name"
          maxLength={120}
          dir="auto"
          aria-label={t("collection_name")}
          placeholder={t("collection_name")}
        />
        <button type="submit" class="button">
          {t("collection_add")}
        </button>
      </form>
    </Dialog>
  );
}
