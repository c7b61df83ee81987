import { useCallback, useEffect, useRef, useState } from "preact/hooks";

/** What was done, with a way to take it back. */
export interface Toast {
  text: string;
  /** For `POST library/undo`; null: there is nothing to take back. */
  undo: string | null;
}

/** Long enough to read it and to reach for the button. */
const SHOWN_MS = 12_000;

/** One message at a time, which goes by itself. */
export function useToast(): { toast: Toast | null; say: (toast: Toast | null) => void } {
  const [toast, setToast] = useState<Toast | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const say = useCallback((next: Toast | null) => {
    clearTimeout(timer.current);
    setToast(next);
    if (next) timer.current = setTimeout(() => setToast(null), SHOWN_MS);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { toast, say };
}
