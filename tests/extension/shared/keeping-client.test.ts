import { beforeEach, expect, test } from "vitest";
import type { PaperView } from "../../../extension/shared/api";
import { Backend } from "../../../extension/shared/client";
import { erase } from "../../../extension/shared/keeping-client";
import { keepPaper, keptPapers } from "../../../extension/shared/kept";
import { addPending, allPending } from "../../../extension/shared/pending";
import { FakeChrome } from "../support/fake-chrome";
import { serve } from "../support/serve";

const WHAT = { paper: null, trash: false, everything: false, backups: false };

beforeEach(async () => {
  new FakeChrome().install();
  for (const id of ["here", "gone"]) await keepPaper({ id, title: id } as PaperView, null);
  await addPending("here", "here", { is: "mark", request: { starred: true }, revision: 1 });
});

/** A backend that has erased what it was told to, and has the paper "here". */
async function backend() {
  const { base } = await serve((request, response) => {
    const gone = request.url?.endsWith("/gone");
    const problem = { type: "not-found", status: 404, title: "", detail: "", hint: "" };
    const type = gone ? "application/problem+json" : "application/json";
    response.writeHead(gone ? 404 : 200, { "content-type": type }).end(JSON.stringify(gone ? problem : {}));
  });
  return new Backend({ base, token: "t" });
}

const left = async () => [(await keptPapers()).map(({ paper }) => paper.id), (await allPending()).length];

test("what is deleted for ever is not kept in the browser either", async () => {
  await erase(await backend(), { ...WHAT, paper: "gone" });
  expect(await left()).toEqual([["here"], 1]);
});

test("when the trash is emptied, what was in it goes", async () => {
  await erase(await backend(), { ...WHAT, trash: true });
  expect(await left()).toEqual([["here"], 1]);
});

test("with everything goes all that was kept, and what waited to be sent", async () => {
  await erase(await backend(), { ...WHAT, everything: true });
  expect(await left()).toEqual([[], 0]);
});
