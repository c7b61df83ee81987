import { useEffect, useState } from "preact/hooks";
import { readSetting, type Settings, watchSetting } from "../shared/settings";

/** A setting as it is now, whoever changes it; undefined until it has been read. */
export function useSetting<K extends keyof Settings>(key: K): Settings[K] | undefined {
  const [value, setValue] = useState<Settings[K]>();
  useEffect(() => {
    const stop = new AbortController();
    watchSetting(key, setValue, stop.signal);
    void readSetting(key).then((read) => stop.signal.aborted || setValue(read));
    return () => stop.abort();
  }, [key]);
  return value;
}
