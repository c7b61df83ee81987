import { EventSourceParserStream } from "eventsource-parser/stream";
import type { Event } from "./api";

/** One event of a job with its number in the job's log. */
export interface Numbered {
  seq: number;
  event: Event;
}

/** Reads server-sent events from an answer's body until it ends; heartbeat comments are passed over. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<Numbered> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      yield { seq: Number(value.id), event: JSON.parse(value.data) as Event };
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
