import { beforeEach, expect, test } from "vitest";
import type { PaperView } from "../../../extension/shared/api";
import { markAway, writeAway } from "../../../extension/shared/away";
import { keepPaper, keptPaper } from "../../../extension/shared/kept";
import { allPending } from "../../../extension/shared/pending";
import { FakeChrome } from "../support/fake-chrome";

beforeEach(() => void new FakeChrome().install());

const paper = {
  id: "2503.20680",
  title: "A Careful Reader",
  starred: false,
  state: "to_read",
  revision: 3,
  tags: [],
  notes: [],
} as unknown as PaperView;

test("what is changed away is shown as it will be, kept, and waits to be sent", async () => {
  await keepPaper(paper, null);
  const starred = await markAway(paper, { starred: true, add_tags: ["later"] });
  const written = await writeAway(starred, "First.", null);
  const [note] = written.notes;
  const changed = await writeAway(written, "Second.", note ?? null);
  expect(changed).toMatchObject({ starred: true, tags: [{ name: "later" }], notes: [{ body: "Second." }] });
  expect(await keptPaper(paper.id)).toEqual(changed);
  expect((await allPending()).map(({ work }) => work)).toMatchObject([
    { is: "mark", request: { starred: true, add_tags: ["later"] }, revision: 3 },
    { is: "add", note: { id: note?.id, body: "First." } },
    { is: "change", note: note?.id, body: "Second.", revision: 1 },
  ]);
});
