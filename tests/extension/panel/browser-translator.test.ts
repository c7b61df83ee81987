import { afterEach, expect, test, vi } from "vitest";
import { type BuiltIn, canTranslate, translateAll } from "../../../extension/panel/browser-translator";

type State = Awaited<ReturnType<BuiltIn["availability"]>>;

/** Stands for what the browser offers, by the contract of https://webmachinelearning.github.io/translation-api. */
function offer(state: State, translate: (text: string) => Promise<string> = async (text) => `译:${text}`) {
  const asked: string[] = [];
  const destroyed = vi.fn();
  const api: BuiltIn = {
    availability: async ({ sourceLanguage, targetLanguage }) => {
      asked.push(`${sourceLanguage}>${targetLanguage}`);
      return state;
    },
    create: async ({ targetLanguage, monitor, signal }) => {
      signal?.throwIfAborted();
      asked.push(targetLanguage);
      monitor?.({
        addEventListener: (_, listener) => {
          for (const loaded of [0, 0.5, 1]) listener({ loaded });
        },
      });
      return { translate, destroy: destroyed };
    },
  };
  vi.stubGlobal("Translator", api);
  return { asked, destroyed };
}

function taker() {
  const texts: string[] = [];
  const fetched: number[] = [];
  const stop = new AbortController();
  const options = {
    onFetched: (share: number) => void fetched.push(share),
    onText: (index: number, text: string) => {
      texts[index] = text;
    },
    signal: stop.signal,
  };
  return { texts, fetched, stop, options };
}

afterEach(() => vi.unstubAllGlobals());

test("a browser without a translator offers nothing", async () => {
  expect(await canTranslate("zh-CN")).toBe(false);
  await expect(translateAll("zh-CN", ["a"], taker().options)).rejects.toThrow();
});

test.each<[State, boolean]>([
  ["unavailable", false],
  ["downloadable", true],
  ["downloading", true],
  ["available", true],
])("a language that is %s", async (state, can) => {
  offer(state);
  expect(await canTranslate("de")).toBe(can);
});

test("a browser that refuses to answer offers nothing", async () => {
  vi.stubGlobal("Translator", {
    availability: () => Promise.reject(new DOMException("no", "NotAllowedError")),
  });
  expect(await canTranslate("de")).toBe(false);
});

test("nothing is offered into the language of the papers, and nobody is asked", async () => {
  const { asked } = offer("available");
  expect(await canTranslate("en")).toBe(false);
  expect(asked).toEqual([]);
});

test.each([
  ["zh-CN", "zh"],
  ["zh-TW", "zh-Hant"],
  ["ja", "ja"],
])("%s is %s to the browser", async (lang, name) => {
  const { asked } = offer("available");
  await canTranslate(lang);
  await translateAll(lang, [], taker().options);
  expect(asked).toEqual([`en>${name}`, name]);
});

test("every text comes in its place, and the translator is let go", async () => {
  const { destroyed } = offer("downloadable");
  const { texts, fetched, options } = taker();
  await translateAll("zh-CN", ["A title", "A sentence."], options);
  expect(texts).toEqual(["译:A title", "译:A sentence."]);
  expect(fetched).toEqual([0, 0.5, 1]);
  expect(destroyed).toHaveBeenCalledOnce();
});

test("what came before a fault stands, and the translator is let go", async () => {
  const { destroyed } = offer("available", async (text) => {
    if (text === "bad") throw new DOMException("quota", "QuotaExceededError");
    return `译:${text}`;
  });
  const { texts, options } = taker();
  await expect(translateAll("zh-CN", ["good", "bad", "never"], options)).rejects.toThrow("quota");
  expect(texts).toEqual(["译:good"]);
  expect(destroyed).toHaveBeenCalledOnce();
});

test("a reader who leaves stops it", async () => {
  offer("available");
  const { texts, stop, options } = taker();
  const onText = (index: number, text: string) => {
    options.onText(index, text);
    stop.abort();
  };
  await expect(translateAll("zh-CN", ["one", "two"], { ...options, onText })).rejects.toThrow();
  expect(texts).toEqual(["译:one"]);
});
