import { useCallback, useEffect, useState } from "preact/hooks";
import { BACKEND_HOST } from "../arxiv/hosts";
import { health } from "../shared/client";
import { VersionMismatch } from "../shared/problems";

/** Who answers at the address. `forbidden`: the reader has taken the permission for this machine away. */
export type Found =
  | { is: "looking" | "off" | "forbidden" }
  | { is: "mismatch"; update: "extension" | "backend"; version: string }
  | { is: "found"; version: string };

/** The port that `papergloss serve` takes where it is told no other. */
export const USUAL_PORT = 8765;

/** A backend that starts is seen within this time. */
const LOOK_AGAIN_MS = 1500;
const THIS_MACHINE = { origins: [`http://${BACKEND_HOST}/*`] };

export function baseAt(port: number): string {
  return `http://${BACKEND_HOST}:${port}`;
}

/** Looks for a backend at `base` until one answers, and again whenever that has stopped. */
export function useFound(base: string): { found: Found; allow: () => void } {
  const [found, setFound] = useState<Found>({ is: "looking" });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round looks at once
  useEffect(() => {
    let timer = 0;
    let current = true;
    const look = async () => {
      const seen = document.hidden ? null : await lookAt(base);
      if (!current) return;
      if (seen) setFound((before) => (same(before, seen) ? before : seen));
      timer = window.setTimeout(look, LOOK_AGAIN_MS);
    };
    void look();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [base, round]);
  const allow = useCallback(() => {
    void chrome.permissions.request(THIS_MACHINE).then(() => setRound((before) => before + 1));
  }, []);
  return { found, allow };
}

async function lookAt(base: string): Promise<Found> {
  try {
    return { is: "found", version: (await health(base)).version };
  } catch (reason) {
    if (reason instanceof VersionMismatch)
      return { is: "mismatch", update: reason.update, version: reason.backendVersion };
    return { is: (await chrome.permissions.contains(THIS_MACHINE)) ? "off" : "forbidden" };
  }
}

function same(one: Found, other: Found): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
