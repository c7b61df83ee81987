import { t } from "../ui/i18n";
import { useShelves } from "./use-shelves";

interface Props {
  put: (collection: number) => void;
  fail: (reason: unknown) => void;
}

/** Puts papers into one of the collections. */
export function CollectionField({ put, fail }: Props) {
  const { collections } = useShelves(0, fail);
  if (collections.length === 0) return null;
  return (
    <select
      aria-label={t("collection_put")}
      value=""
      onChange={(event) => put(Number(event.currentTarget.value))}
    >
      <option value="">{t("collection_put")}</option>
      {collections.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
