import type { ServerResponse } from "node:http";
import { beforeEach, expect, test } from "vitest";
import { API_VERSION, Backend, health, pair } from "../../../extension/shared/client";
import type { Numbered } from "../../../extension/shared/event-stream";
import { BackendOff, ProblemError, VersionMismatch } from "../../../extension/shared/problems";
import { FakeChrome } from "../support/fake-chrome";
import { json, serve } from "../support/serve";

beforeEach(() => void new FakeChrome().install());

async function collect(events: AsyncGenerator<Numbered>, into: Numbered[] = []): Promise<Numbered[]> {
  for await (const item of events) into.push(item);
  return into;
}

const DELTA = { type: "delta", stage: "summary", path: "summary/0/text", text: "多模态 🧪" };
const DONE = { type: "done", state: "done", card_id: "c-1" };
const sse = (seq: number, event: { type: string }) =>
  `id: ${seq}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;

test("the token goes in the header and the request as JSON", async () => {
  let seen = {};
  const { base } = await serve((request, response, body) => {
    seen = { url: request.url, method: request.method, token: request.headers.authorization, body };
    json({ card: null, job: { id: "j1" } })(request, response, body);
  });
  const answer = await new Backend({ base, token: "t0" }).gloss({ paper: "2503.20680" });
  expect(answer.job?.id).toBe("j1");
  expect(seen).toEqual({
    url: "/api/v1/glosses",
    method: "POST",
    token: "Bearer t0",
    body: '{"paper":"2503.20680"}',
  });
});

test("a problem document is thrown as it is", async () => {
  const problem = { type: "consent-needed", title: "T", status: 409, detail: "D", hint: "H" };
  const { base } = await serve(json(problem, 409, "application/problem+json"));
  const thrown = await new Backend({ base, token: "t" }).status().catch((reason) => reason);
  expect(thrown).toBeInstanceOf(ProblemError);
  expect(thrown.problem).toEqual(problem);
});

test("an error that is no problem document still becomes one", async () => {
  const { base } = await serve((_request, response) => response.writeHead(502).end("<html>"));
  const thrown = await pair(base, { secret: "s" }).catch((reason) => reason);
  expect(thrown.problem.status).toBe(502);
});

test("nobody there is BackendOff", async () => {
  const { base, stop } = await serve(json({}));
  stop();
  await expect(new Backend({ base, token: "t" }).jobs()).rejects.toThrow(BackendOff);
});

test.each([
  [API_VERSION + 1, "extension"],
  [API_VERSION - 1, "backend"],
])("health with api %i says to update the %s", async (api, update) => {
  const { base } = await serve(json({ name: "papergloss", version: "9.9.9", api }));
  const thrown = await health(base).catch((reason) => reason);
  expect(thrown).toBeInstanceOf(VersionMismatch);
  expect(thrown).toMatchObject({ update, backendVersion: "9.9.9" });
});

test("another program on the port is not taken for the backend", async () => {
  const { base } = await serve((_request, response) => response.end("hello"));
  await expect(health(base)).rejects.toThrow(BackendOff);
});

test("events are read across chunk borders and heartbeats, and end with done", async () => {
  let url: string | undefined;
  const { base } = await serve((request, response) => {
    url = request.url;
    response.writeHead(200, { "content-type": "text/event-stream" });
    const bytes = Buffer.from(`: heartbeat\n\n${sse(4, DELTA)}${sse(5, DONE)}`);
    for (const byte of bytes) response.write(Buffer.of(byte));
  });
  const events = new Backend({ base, token: "t" }).events("j1", 3, new AbortController().signal);
  expect(await collect(events)).toEqual([
    { seq: 4, event: DELTA },
    { seq: 5, event: DONE },
  ]);
  expect(url).toBe("/api/v1/jobs/j1/events?after=3");
});

test.each([
  ["cut", (response: ServerResponse) => response.destroy()],
  ["ended", (response: ServerResponse) => response.end()],
])("a stream %s before done is BackendOff, after what had arrived", async (_how, stop) => {
  const { base } = await serve((_request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(sse(1, DELTA), () => stop(response));
  });
  const got: Numbered[] = [];
  const events = new Backend({ base, token: "t" }).events("j1", 0, new AbortController().signal);
  await expect(collect(events, got)).rejects.toThrow(BackendOff);
  expect(got.map((item) => item.seq)).toEqual([1]);
});

test("leaving the page closes the stream", async () => {
  const leave = new AbortController();
  let closed: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => {
    closed = resolve;
  });
  const { base } = await serve((_request, response) => {
    response.on("close", closed);
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(sse(1, DELTA));
  });
  const events = new Backend({ base, token: "t" }).events("j1", 0, leave.signal);
  await events.next();
  leave.abort();
  await expect(events.next()).rejects.toThrow("aborted");
  await gone;
});

test("the token never goes to another host", async () => {
  const backend = new Backend({ base: "http://127.0.0.1:9", token: "t" });
  await expect(backend.picture("http://evil.example/api/v1/x")).rejects.toThrow(TypeError);
  await expect(backend.picture("@evil.example/api/v1/x")).rejects.toThrow(TypeError);
});
