/**
 * The translator that some browsers have built in: nothing leaves the machine, and nothing checks what it
 * writes. It is never asked before the reader does: the first use may fetch a language from the browser's maker.
 */
interface Pair {
  sourceLanguage: string;
  targetLanguage: string;
}

interface Monitor {
  addEventListener(type: "downloadprogress", listener: (event: { loaded: number }) => void): void;
}

export interface BuiltIn {
  availability(pair: Pair): Promise<"unavailable" | "downloadable" | "downloading" | "available">;
  create(options: Pair & { monitor?: (monitor: Monitor) => void; signal?: AbortSignal }): Promise<{
    translate(text: string, options?: { signal?: AbortSignal }): Promise<string>;
    destroy(): void;
  }>;
}

/** The browser's own name where it is not the reader's language code. */
const NAMES: Record<string, string> = { "zh-CN": "zh", "zh-TW": "zh-Hant" };

function pairFor(lang: string): Pair {
  return { sourceLanguage: "en", targetLanguage: NAMES[lang] ?? lang };
}

function builtIn(): BuiltIn | undefined {
  return (globalThis as { Translator?: BuiltIn }).Translator;
}

/** Whether this browser translates English into `lang`, perhaps after it has fetched something. */
export async function canTranslate(lang: string): Promise<boolean> {
  if (lang === "en") return false;
  try {
    const state = await builtIn()?.availability(pairFor(lang));
    return state !== undefined && state !== "unavailable";
  } catch {
    return false;
  }
}

interface Options {
  /** Share of what must be fetched first, from 0 to 1. */
  onFetched: (share: number) => void;
  onText: (index: number, text: string) => void;
  signal: AbortSignal;
}

/**
 * Translates one text after the other. Must be called by a press of the reader's: browsers ask for one.
 * Rejects where the browser fails, or once `signal` is aborted.
 */
export async function translateAll(
  lang: string,
  texts: readonly string[],
  { onFetched, onText, signal }: Options,
): Promise<void> {
  const api = builtIn();
  if (!api) throw new Error("this browser has no translator");
  const translator = await api.create({
    ...pairFor(lang),
    signal,
    monitor: (monitor) => monitor.addEventListener("downloadprogress", ({ loaded }) => onFetched(loaded)),
  });
  try {
    for (const [index, text] of texts.entries()) {
      onText(index, (await translator.translate(text, { signal })).trim());
      signal.throwIfAborted();
    }
  } finally {
    translator.destroy();
  }
}
