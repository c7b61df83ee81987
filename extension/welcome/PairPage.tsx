import { useState } from "preact/hooks";
import type { Offer } from "../shared/offer";
import type { Paired } from "../shared/settings";
import { t } from "../ui/i18n";
import { Connected } from "./Connected";
import { connect } from "./connect";
import { Failed } from "./Failed";
import { Message } from "./Message";
import { Question } from "./Question";

interface Props {
  offer: Offer | null;
  /** The backend that this browser is paired with now. */
  paired: Paired | null;
}

type State =
  | { name: "asking" | "connecting" | "declined" }
  | { name: "connected"; paired: Paired }
  | { name: "failed"; reason: unknown };

/** Asks before this browser is given to a backend, and says what came of it. */
export function PairPage({ offer, paired }: Props) {
  const [state, setState] = useState<State>({ name: "asking" });
  if (!offer) return <Message title={t("pair_none_title")} lead={[t("pair_none_how")]} />;

  const onYes = () => {
    setState({ name: "connecting" });
    connect(offer).then(
      (fresh) => setState({ name: "connected", paired: fresh }),
      (reason: unknown) => setState({ name: "failed", reason }),
    );
  };
  switch (state.name) {
    case "connected":
      return <Connected paired={state.paired} />;
    case "failed":
      return <Failed base={offer.base} reason={state.reason} />;
    case "declined":
      return <Message title={t("pair_declined_title")} lead={[t("pair_declined_lead")]} />;
    default:
      return (
        <Question
          host={hostOf(offer)}
          replaced={paired && paired.base !== offer.base ? hostOf(paired) : null}
          busy={state.name === "connecting"}
          onYes={onYes}
          onNo={() => setState({ name: "declined" })}
        />
      );
  }
}

function hostOf({ base }: { base: string }): string {
  return new URL(base).host;
}
