import { todayPath } from "../shared/today-place";
import { t } from "../ui/i18n";
import { useActs } from "./acts";
import { quoted } from "./filters";
import { IconButton } from "./IconButton";
import { TagDot } from "./TagDot";
import { useShelves } from "./use-shelves";
import type { View } from "./view";

/** The sheets that open over the page. */
export type Shown = "keys" | "exchange" | "tags";

interface Props {
  view: View;
  look: (view: Partial<View>) => void;
  /** Asks again whenever this changes. */
  round: number;
  /** Opens a sheet over the page. */
  show: (sheet: Shown) => void;
  lose: (reason: unknown) => void;
}

/** What there is: everything, by reading state, by collection, by tag, and the trash. */
export function Nav({ view, look, round, show, lose }: Props) {
  const { online } = useActs();
  const { tags, collections } = useShelves(round, lose);
  const place = (name: string, q: string, trash = false) => (
    <Place key={q} here={view.q.trim() === q && view.trash === trash} press={() => look({ q, trash })}>
      {name}
    </Place>
  );
  return (
    <nav class="nav" aria-label={t("library_title")}>
      <header class="nav-head">
        <h1 class="brand" translate={false}>
          Paper<i>Gloss</i>
        </h1>
        <IconButton
          icon="settings"
          label={t("options_open")}
          press={() => void chrome.runtime.openOptionsPage()}
        />
      </header>
      <ul>
        {place(t("library_all"), "")}
        {place(t("library_starred"), "is:starred")}
        {place(t("paper_to_read"), "is:unread")}
        {place(t("library_with_notes"), "has:note")}
        {place(t("paper_dropped"), "is:dropped")}
        {place(t("library_trash"), "", true)}
      </ul>
      {collections.length > 0 && (
        <section>
          <h2>{t("library_collections")}</h2>
          <ul>
            {collections.map(({ id, name, count }) => (
              <Place
                key={id}
                here={view.q === quoted("in", name)}
                press={() => look({ q: quoted("in", name), trash: false })}
                count={count}
              >
                {name}
              </Place>
            ))}
          </ul>
        </section>
      )}
      {tags.length > 0 && (
        <section>
          <h2>{t("library_tags")}</h2>
          <ul>
            {tags.map((tag) => (
              <Place
                key={tag.id}
                here={view.q === quoted("tag", tag.name)}
                press={() => look({ q: quoted("tag", tag.name), trash: false })}
                count={tag.count}
              >
                <TagDot tag={tag} />
              </Place>
            ))}
          </ul>
        </section>
      )}
      <div class="nav-foot">
        <a href={todayPath()}>{t("today_title")}</a>
        <button type="button" class="link-button" onClick={() => show("exchange")}>
          {t("exchange_title")}
        </button>
        <button type="button" class="link-button" onClick={() => show("tags")}>
          {t("tags_title")}
        </button>
        <button type="button" class="link-button" onClick={() => online?.checkVersions()}>
          {t("versions_check")}
        </button>
        <button type="button" class="link-button nav-keys" onClick={() => show("keys")}>
          {t("library_keys")} <kbd>?</kbd>
        </button>
      </div>
    </nav>
  );
}

interface PlaceProps {
  here: boolean;
  press: () => void;
  count?: number;
  children: preact.ComponentChildren;
}

function Place({ here, press, count, children }: PlaceProps) {
  return (
    <li>
      <button type="button" class="place" aria-current={here ? "page" : undefined} onClick={press}>
        <span dir="auto">{children}</span>
        {count !== undefined && <span class="place-count">{count}</span>}
      </button>
    </li>
  );
}
