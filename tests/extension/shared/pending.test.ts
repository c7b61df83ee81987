import { beforeEach, expect, test } from "vitest";
import type { PaperView } from "../../../extension/shared/api";
import { Backend } from "../../../extension/shared/client";
import { keepPaper, keptPapers, MOST_KEPT } from "../../../extension/shared/kept";
import { addPending, allPending, sendPending } from "../../../extension/shared/pending";
import { BackendOff } from "../../../extension/shared/problems";
import { FakeChrome } from "../support/fake-chrome";
import { serve } from "../support/serve";

beforeEach(() => void new FakeChrome().install());

const paper = (id: string) => ({ id, title: id }) as PaperView;

interface Patch {
  based_on?: number;
  starred?: boolean;
}

/** A backend with one paper at a revision, which refuses what rests on an older one, as the real one does. */
async function shelf(revision: number) {
  const paper = { revision, starred: false };
  const { base, stop } = await serve((_request, response, body) => {
    const { based_on, starred } = JSON.parse(body) as Patch;
    const clash = starred !== undefined && based_on !== paper.revision && starred !== paper.starred;
    if (!clash) Object.assign(paper, { starred: starred ?? paper.starred, revision: paper.revision + 1 });
    const problem = { type: "conflict", status: 409, title: "", detail: "", hint: "", current: { ...paper } };
    response
      .writeHead(clash ? 409 : 200, {
        "content-type": clash ? "application/problem+json" : "application/json",
      })
      .end(JSON.stringify(clash ? problem : { id: "p", ...paper }));
  });
  return { backend: new Backend({ base, token: "t" }), paper, stop };
}

test("changes of one paper are sent in order, each on top of the one before", async () => {
  const { backend, paper } = await shelf(3);
  await addPending("p", "P", { is: "mark", request: { starred: true }, revision: 3 });
  await addPending("p", "P", { is: "mark", request: { add_tags: ["a"] }, revision: 3 });
  await addPending("p", "P", { is: "mark", request: { starred: false }, revision: 3 });
  expect(await sendPending(backend)).toBe(3);
  expect(paper).toEqual({ revision: 6, starred: false });
  expect(await allPending()).toEqual([]);
});

test("a tag that can always be added does not hide that the star was changed elsewhere", async () => {
  const { backend, paper } = await shelf(9);
  await addPending("p", "P", { is: "mark", request: { add_tags: ["a"] }, revision: 3 });
  await addPending("p", "P", { is: "mark", request: { starred: true }, revision: 3 });
  expect(await sendPending(backend)).toBe(1);
  expect(paper.starred).toBe(false);
  expect((await allPending()).map(({ refused }) => refused?.current)).toEqual([
    { revision: 10, starred: false },
  ]);
});

test("what could not be sent stays", async () => {
  const { backend, stop } = await shelf(1);
  stop();
  await addPending("p", "P", { is: "mark", request: { starred: true }, revision: 1 });
  await expect(sendPending(backend)).rejects.toThrow(BackendOff);
  expect((await allPending()).map(({ refused }) => refused)).toEqual([null]);
});

test("the papers opened last are kept, with their cards, and no more of them than that", async () => {
  for (let n = 0; n <= MOST_KEPT; n += 1)
    await keepPaper({ ...paper(`p${n}`), n } as unknown as PaperView, null);
  const kept = (await keptPapers()).map(({ paper: { id } }) => id);
  expect(kept).toHaveLength(MOST_KEPT);
  expect(kept).toContain(`p${MOST_KEPT}`);
});
