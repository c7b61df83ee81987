import { useEffect, useState } from "preact/hooks";
import { useBackend } from "./backend";

/**
 * Address of a picture of the backend as a blob, fetched with the token (an `<img>` cannot carry it).
 * Null while it is under way or not `wanted`; "failed" where it could not be had.
 */
export function usePicture(path: string, wanted: boolean): string | "failed" | null {
  const backend = useBackend();
  const [address, setAddress] = useState<string | "failed" | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let made: string | null = null;
    let alive = true;
    backend.picture(path).then(
      (blob) => {
        if (!alive) return;
        made = URL.createObjectURL(blob);
        setAddress(made);
      },
      () => alive && setAddress("failed"),
    );
    return () => {
      alive = false;
      if (made) URL.revokeObjectURL(made);
      setAddress(null);
    };
  }, [backend, path, wanted]);
  return address;
}
