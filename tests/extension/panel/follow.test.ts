import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { follow } from "../../../extension/panel/follow";
import { type GlossView, viewOfJob } from "../../../extension/panel/gloss-view";
import type { Event, JobView } from "../../../extension/shared/api";
import { Backend } from "../../../extension/shared/client";
import { ProblemError } from "../../../extension/shared/problems";
import { FakeChrome } from "../support/fake-chrome";

const job: JobView = {
  id: "j1",
  key: {
    paper: "1",
    kind: "card",
    lang: "de",
    engine: "openai",
    model: "m",
    prompt_version: "1",
    asked: null,
  },
  title: null,
  state: "running",
  stages: [],
  created_at: "",
  updated_at: "",
  card_id: null,
};
const EVENTS: Event[] = [
  { type: "delta", stage: "summary", path: "summary/0/text", text: "Ein " },
  { type: "delta", stage: "summary", path: "summary/0/text", text: "ganzer " },
  { type: "delta", stage: "summary", path: "summary/0/text", text: "Satz." },
  { type: "done", state: "done", card_id: "c-1" },
];

let page: EventTarget & { hidden: boolean };
const closers: (() => void)[] = [];

beforeEach(() => {
  new FakeChrome().install();
  page = Object.assign(new EventTarget(), { hidden: false });
  vi.stubGlobal("document", page);
});

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A backend that tells events from `after` on and then does `end`; notes every `after` it was asked for. */
async function serve(
  end: (response: ServerResponse, request: number) => void,
  last: (request: number) => number,
) {
  const asked: number[] = [];
  const server = createServer((request, response) => {
    const after = Number(new URL(request.url ?? "", "http://x").searchParams.get("after"));
    asked.push(after);
    response.writeHead(200, { "content-type": "text/event-stream" });
    EVENTS.forEach((event, index) => {
      if (index < after || index >= last(asked.length)) return;
      response.write(`id: ${index + 1}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
    });
    end(response, asked.length);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { asked, backend: new Backend({ base, token: "t" }) };
}

async function followed(
  backend: Backend,
  onStep: (view: GlossView) => void = () => undefined,
): Promise<GlossView[]> {
  const steps: GlossView[] = [];
  await follow(
    backend,
    { ...viewOfJob(job), job: job.id },
    (view) => {
      steps.push(view);
      onStep(view);
    },
    new AbortController().signal,
  );
  return steps;
}

test("a broken stream is taken up after the last event, and nothing comes twice", async () => {
  const { asked, backend } = await serve(
    (response, request) => (request === 1 ? response.socket?.end() : response.end()),
    (request) => (request === 1 ? 2 : EVENTS.length),
  );
  const steps = await followed(backend);
  expect(asked).toEqual([0, 2]);
  expect(steps.some((step) => step.lost)).toBe(true);
  expect(steps.at(-1)).toMatchObject({ lost: false, state: "ended", seq: 4 });
  expect(steps.at(-1)?.card.summary?.[0]?.text).toBe("Ein ganzer Satz.");
  expect(steps.at(-1)?.card.id).toBe("c-1");
});

test("a hidden page holds no stream and resumes when it is seen again", async () => {
  let closed = 0;
  const { asked, backend } = await serve(
    (response) => response.on("close", () => closed++),
    (request) => (request === 1 ? 1 : EVENTS.length),
  );
  const turn = (hidden: boolean) => {
    page.hidden = hidden;
    page.dispatchEvent(new globalThis.Event("visibilitychange"));
  };
  const steps = await followed(backend, (view) => {
    if (view.seq !== 1) return;
    turn(true);
    queueMicrotask(async () => {
      await vi.waitFor(() => expect(closed).toBe(1));
      expect(asked).toEqual([0]);
      turn(false);
    });
  });
  expect(asked).toEqual([0, 1]);
  expect(steps.at(-1)?.state).toBe("ended");
  expect(steps.some((step) => step.lost)).toBe(false);
});

test("a job that is gone is a problem, not a broken connection", async () => {
  const server = createServer((_request, response) => {
    const problem = { type: "not-found", title: "", status: 404, detail: "", hint: "" };
    response.writeHead(404, { "content-type": "application/problem+json" }).end(JSON.stringify(problem));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  closers.push(() => server.close());
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await expect(followed(new Backend({ base, token: "t" }))).rejects.toThrow(ProblemError);
});
