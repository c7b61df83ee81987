import { createParser } from "eventsource-parser";
import type { Event } from "./api";

/** One event with its number: of a job, in the job's log. */
export interface Numbered<T = Event> {
  seq: number;
  event: T;
}

/** The backend sends at least a heartbeat every 10 s: three of them missing, and it is not there any more. */
export const SILENCE_MS = 30_000;

/**
 * Reads server-sent events from an answer's body until it ends; heartbeat comments are passed over.
 * Throws when nothing at all was heard for SILENCE_MS, as from a machine that slept.
 */
export async function* readEvents<T = Event>(body: ReadableStream<Uint8Array>): AsyncGenerator<Numbered<T>> {
  const heard: Numbered<T>[] = [];
  const parser = createParser({
    onEvent: ({ id, data }) => heard.push({ seq: Number(id), event: JSON.parse(data) as T }),
  });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { value, done } = await unlessSilent(reader.read());
      if (done) return;
      parser.feed(decoder.decode(value, { stream: true }));
      yield* heard.splice(0);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function unlessSilent<T>(chunk: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the stream fell silent")), SILENCE_MS);
    chunk.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
