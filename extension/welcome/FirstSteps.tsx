import { useEffect, useState } from "preact/hooks";
import { t } from "../ui/i18n";
import { useSetting } from "../ui/use-setting";
import { ConnectStep } from "./ConnectStep";
import { FindStep } from "./FindStep";
import { TryStep } from "./TryStep";
import { baseAt, USUAL_PORT, useFound } from "./use-found";
import { usePairing } from "./use-pairing";

/** The way from a fresh installation to the first gloss: the program, the yes, the sample. */
export function FirstSteps() {
  const paired = useSetting("paired");
  const [chosen, setChosen] = useState<string | null>(null);
  const base = chosen ?? paired?.base ?? baseAt(USUAL_PORT);
  const { found, allow } = useFound(base);
  const here = found.is === "found";
  const pairing = usePairing(paired, here);
  // A link names the port on which its backend listens.
  useEffect(() => {
    if (pairing.offer) setChosen(pairing.offer.base);
  }, [pairing.offer]);
  return (
    <>
      <p class="brand" translate={false}>
        Paper<b>Gloss</b>
      </p>
      <h1>{t("welcome_title")}</h1>
      <p class="lead">{t("welcome_lead")}</p>
      <ol class="steps">
        <FindStep
          found={found}
          host={new URL(base).host}
          allow={allow}
          lookAt={(port) => setChosen(baseAt(port))}
        />
        <ConnectStep pairing={pairing} ready={here} />
        <TryStep connected={pairing.connected} />
      </ol>
    </>
  );
}
