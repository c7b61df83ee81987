import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";

/** A component whose module is loaded when it is first drawn; nothing stands in its place until then. */
export function lazy<P extends object>(load: () => Promise<FunctionComponent<P>>): FunctionComponent<P> {
  let View: FunctionComponent<P> | undefined;
  return function Lazy(props: P) {
    const [, setLoaded] = useState(false);
    useEffect(() => {
      if (View) return;
      void load().then((loaded) => {
        View = loaded;
        setLoaded(true);
      });
    }, []);
    return View ? <View {...props} /> : null;
  };
}
