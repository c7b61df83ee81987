import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Numbered, readEvents, SILENCE_MS } from "../../../extension/shared/event-stream";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function stream() {
  let controller: ReadableStreamDefaultController<Uint8Array>;
  const cancelled = vi.fn();
  const body = new ReadableStream<Uint8Array>({
    start: (given) => {
      controller = given;
    },
    cancel: cancelled,
  });
  const send = (text: string) => controller.enqueue(new TextEncoder().encode(text));
  return { body, send, cancelled, end: () => controller.close() };
}

async function all(body: ReadableStream<Uint8Array>): Promise<Numbered[]> {
  const found: Numbered[] = [];
  for await (const item of readEvents(body)) found.push(item);
  return found;
}

const DELTA = '{"type":"delta","stage":"summary","path":"summary/0/text","text":"é"}';

test("an event may come in pieces, a letter's bytes too", async () => {
  const { body, end } = stream();
  const bytes = new TextEncoder().encode(`: hello\n\nid: 7\nevent: delta\ndata: ${DELTA}\n\n`);
  const pieces = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  end();
  expect(await all(body)).toEqual([]);
  expect(await all(pieces)).toEqual([{ seq: 7, event: JSON.parse(DELTA) }]);
});

test("a stream that falls silent is given up, and its connection closed", async () => {
  const { body, cancelled } = stream();
  const next = readEvents(body).next();
  const failed = expect(next).rejects.toThrow("silent");
  await vi.advanceTimersByTimeAsync(SILENCE_MS);
  await failed;
  expect(cancelled).toHaveBeenCalledOnce();
});

test("heartbeats keep it open", async () => {
  const { body, send } = stream();
  const next = readEvents(body).next();
  for (let beat = 0; beat < 10; beat += 1) {
    await vi.advanceTimersByTimeAsync(SILENCE_MS - 1);
    send(": beat\n\n");
    await vi.advanceTimersByTimeAsync(0);
  }
  send(`id: 1\ndata: ${DELTA}\n\n`);
  expect((await next).value?.seq).toBe(1);
});
