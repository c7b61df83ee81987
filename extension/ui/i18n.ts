import type messagesOfEnglish from "../_locales/en/messages.json";

export type MessageKey = keyof typeof messagesOfEnglish;
type Messages = Readonly<Record<string, { message: string } | undefined>>;

/** Languages of the interface by BCP 47 code. Chunks of the extension itself: no network. */
const LOCALES: Record<string, () => Promise<{ default: Messages }>> = {
  en: () => import("../_locales/en/messages.json", { with: { type: "json" } }),
  "zh-CN": () => import("../_locales/zh_CN/messages.json", { with: { type: "json" } }),
  "zh-TW": () => import("../_locales/zh_TW/messages.json", { with: { type: "json" } }),
  ja: () => import("../_locales/ja/messages.json", { with: { type: "json" } }),
};

/** Places and script of traditional Chinese. */
const TRADITIONAL = /^zh-(TW|HK|MO|Hant)/i;

let messages: Messages = {};

/** The interface language that fits best: the reader's choice where we speak it, else the browser's. */
export function interfaceLanguage(wanted: readonly (string | null | undefined)[]): string {
  const known = Object.keys(LOCALES);
  const spoken = (tag: string) =>
    TRADITIONAL.test(tag) ? "zh-TW" : known.find((code) => code.split("-")[0] === tag.split("-")[0]);
  return wanted.map((tag) => tag && spoken(tag)).find(Boolean) || "en";
}

/** Begins to load messages that are likely to be wanted. */
export function prepareMessages(likely: readonly string[]): Promise<unknown> | undefined {
  return LOCALES[interfaceLanguage(likely)]?.();
}

/** Loads the messages and names their language on the page. */
export async function loadMessages(wanted: readonly (string | null | undefined)[]): Promise<void> {
  const code = interfaceLanguage(wanted);
  const load = LOCALES[code];
  if (load) messages = (await load()).default;
  document.documentElement.lang = code;
}

/** The message for `key` in the interface language, `$1`…`$9` replaced. */
export function t(key: MessageKey, ...values: (string | number)[]): string {
  return fill(messages[key]?.message ?? key, values);
}

/** True where the interface has this message: slugs that come over the wire may be newer than we are. */
export function has(key: string): key is MessageKey {
  return key in messages;
}

export function fill(message: string, values: readonly (string | number)[]): string {
  return message.replace(/\$([1-9])/g, (_, n: string) => String(values[Number(n) - 1] ?? ""));
}

/** Attributes of our own words inside a text of another language; every interface language runs left to right. */
export function spokenByUs(): { lang: string; dir: "ltr" } {
  return { lang: document.documentElement.lang, dir: "ltr" };
}
