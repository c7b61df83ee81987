import { useEffect, useState } from "preact/hooks";
import type { Card } from "../../shared/api";
import { Backend } from "../../shared/client";
import type { Connection } from "../../shared/connection";
import { keptCard, keptPapers, paperOf } from "../../shared/kept";
import { BackendContext } from "../../ui/backend";
import { CardView } from "../../ui/card/CardView";
import { Foot } from "../../ui/card/Foot";
import { t } from "../../ui/i18n";
import { LibraryLink } from "../../ui/LibraryLink";
import { usePending } from "../../ui/use-pending";
import { useSetting } from "../../ui/use-setting";
import { Waiting } from "../../ui/Waiting";
import { withoutVersion } from "../kept-card";
import { Marks } from "../Marks";
import type { Route } from "../route";
import { SavedPassages } from "../SavedPassages";
import { useAwayShelf } from "../use-away-shelf";
import { Disconnected } from "./Disconnected";

interface Props {
  connection: Connection;
  route: Route;
}

/** Without a backend: the card as it was when it was last opened, where it was kept; else why there is none. */
export function Away({ connection, route }: Props) {
  const card = useKeptCard(route);
  const shelf = useAwayShelf(card && paperOf(card));
  const pending = usePending();
  const paired = useSetting("paired");
  if (connection.is !== "off" || !card || !paired) return <Disconnected connection={connection} />;
  return (
    <BackendContext.Provider value={new Backend(paired)}>
      <main class="main">
        <CardView
          card={card}
          stages={{}}
          live={false}
          aside={shelf && <Marks shelf={shelf} />}
          retry={undefined}
        />
        {shelf && <SavedPassages shelf={shelf} />}
      </main>
      <section class="banner" aria-label={t("off_title")}>
        <output>{t("away_kept")}</output>
        <Waiting pending={pending} />
        <LibraryLink />
      </section>
      <Foot card={card} />
    </BackendContext.Provider>
  );
}

function useKeptCard(route: Route): Card | null {
  const [card, setCard] = useState<Card | null>(null);
  useEffect(() => {
    let alive = true;
    void find(route).then((found) => alive && setCard(found));
    return () => {
      alive = false;
    };
  }, [route]);
  return card;
}

async function find(route: Route): Promise<Card | null> {
  if (route.show === "paper") return keptCard(withoutVersion(route.paper));
  if (route.show !== "card") return null;
  const kept = (await keptPapers()).find(({ paper }) => paper.cards.some(({ id }) => id === route.id));
  return kept ? keptCard(kept.paper.id) : null;
}
