import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Backend } from "../shared/client";

/** The paired backend, for the parts of a card that fetch pictures or Markdown themselves. */
export const BackendContext = createContext<Backend | null>(null);

export function useBackend(): Backend {
  const backend = useContext(BackendContext);
  if (!backend) throw new Error("no backend is provided around this component");
  return backend;
}
