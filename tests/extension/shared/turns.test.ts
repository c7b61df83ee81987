import type { ServerResponse } from "node:http";
import { beforeEach, expect, test, vi } from "vitest";
import { Backend } from "../../../extension/shared/client";
import { hear } from "../../../extension/shared/news";
import { FakeChrome } from "../support/fake-chrome";
import { json, serve } from "../support/serve";

const WANTED = "connection-wanted";

let chrome: FakeChrome;

beforeEach(() => {
  chrome = new FakeChrome().install();
});

/** A backend that sends one event each time it is asked, and the last one with `done`. */
async function backend(events: number): Promise<{ base: string; asked: (string | undefined)[] }> {
  const asked: (string | undefined)[] = [];
  const { base } = await serve((request, response: ServerResponse) => {
    asked.push(request.url);
    const seq = Number(request.url?.split("after=")[1]) + 1;
    const event = seq < events ? { type: "reset", stage: "summary" } : { type: "done", state: "done" };
    response.writeHead(200, { "content-type": "text/event-stream" });
    if (seq <= events) response.write(`id: ${seq}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  });
  return { base, asked };
}

test("a stream ends when another page wants its connection, and goes on after its last event", async () => {
  const { base, asked } = await backend(3);
  const seen: number[] = [];
  const stop = new AbortController();
  let times = 0;
  const told = setInterval(() => void chrome.local.set({ [WANTED]: ++times }), 50);
  for await (const { seq } of new Backend({ base, token: "t" }).events("j", 0, stop.signal)) seen.push(seq);
  clearInterval(told);
  expect(seen).toEqual([1, 2, 3]);
  expect(asked).toEqual([0, 1, 2].map((after) => `/api/v1/jobs/j/events?after=${after}`));
});

test("it keeps its connection while nobody wants it", async () => {
  const { base, asked } = await backend(3);
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 1500);
  const events = new Backend({ base, token: "t" }).events("j", 0, stop.signal);
  expect((await events.next()).value).toMatchObject({ seq: 1 });
  await expect(events.next()).rejects.toMatchObject({ name: "AbortError" });
  expect(asked).toHaveLength(1);
});

test("a request that is not answered says that it waits, until it is", async () => {
  let answer = () => {};
  const { base } = await serve((request, response, body) => {
    answer = () => json({ jobs: [] })(request, response, body);
  });
  const asked = new Backend({ base, token: "t" }).jobs();
  const heard = vi.fn();
  hear(WANTED, heard, new AbortController().signal);
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2), 5000);
  answer();
  expect(await asked).toEqual([]);
  expect(chrome.local.stored).not.toHaveProperty(WANTED);
});
