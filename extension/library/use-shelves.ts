import { useEffect, useState } from "preact/hooks";
import type { Collection, Tag } from "../shared/api";
import { allCollections, allTags } from "../shared/library-client";
import { useBackend } from "../ui/backend";

interface Shelves {
  tags: readonly Tag[];
  collections: readonly Collection[];
}

const NONE: Shelves = { tags: [], collections: [] };

/** Every tag and collection; asked for again with every new `round`. */
export function useShelves(round: number, lose: (reason: unknown) => void): Shelves {
  const backend = useBackend();
  const [shelves, setShelves] = useState(NONE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again
  useEffect(() => {
    let alive = true;
    Promise.all([allTags(backend), allCollections(backend)]).then(
      ([tags, collections]) => alive && setShelves({ tags, collections }),
      (reason) => alive && lose(reason),
    );
    return () => {
      alive = false;
    };
  }, [backend, round, lose]);
  return shelves;
}
