import { useEffect, useState } from "preact/hooks";
import type { Status } from "../shared/api";
import { Backend } from "../shared/client";
import { answer } from "../shared/messages";
import { type Offer, takeOffer } from "../shared/offer";
import { ProblemError } from "../shared/problems";
import type { Paired } from "../shared/settings";
import { connect } from "./connect";

export interface Connected {
  backend: Backend;
  status: Status;
}

export interface Pairing {
  connected: Connected | null;
  /** The backend does not know this browser's token any more. */
  forgotten: boolean;
  /** A backend waits for the reader's yes. */
  offer: Offer | null;
  /** Host and port of another backend that a yes would replace. */
  replaced: string | null;
  busy: boolean;
  failure: unknown;
  ask: (offer: Offer) => void;
  accept: () => void;
  decline: () => void;
}

/** How this browser stands with the backend that answers (`here`), and the way to pair it. */
export function usePairing(paired: Paired | null | undefined, here: boolean): Pairing {
  const [connected, setConnected] = useState<Connected | null>(null);
  const [forgotten, setForgotten] = useState(false);
  const [offer, setOffer] = useState<Offer | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  useEffect(() => {
    setConnected(null);
    setForgotten(false);
    if (!paired || !here) return;
    let current = true;
    const backend = new Backend(paired);
    backend.status().then(
      (status) => current && setConnected({ backend, status }),
      (reason) => current && setForgotten(reason instanceof ProblemError),
    );
    return () => {
      current = false;
    };
  }, [paired, here]);

  useEffect(() => {
    const stop = new AbortController();
    takeOffersHere(setOffer, stop.signal);
    return () => stop.abort();
  }, []);

  const accept = () => {
    if (!offer) return;
    setBusy(true);
    setFailure(null);
    connect(offer)
      .then(() => undefined, setFailure)
      .finally(() => {
        setBusy(false);
        setOffer(null);
      });
  };
  const replaced = offer && paired && paired.base !== offer.base ? new URL(paired.base).host : null;
  const decline = () => setOffer(null);
  return { connected, forgotten, offer, replaced, busy, failure, ask: setOffer, accept, decline };
}

/** While this page is open, an offer comes here and the browser shows this tab, not another one. */
function takeOffersHere(take: (offer: Offer) => void, signal: AbortSignal): void {
  answer(
    {
      "welcome.offer": async () => {
        const offer = await takeOffer();
        if (offer) take(offer);
        return (await chrome.tabs.getCurrent())?.id ?? null;
      },
    },
    signal,
  );
}
