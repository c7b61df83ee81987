import { beforeEach, expect, test } from "vitest";
import { keptAnswer } from "../../../extension/panel/kept-card";
import type { Card, PaperView } from "../../../extension/shared/api";
import { keepPaper } from "../../../extension/shared/kept";
import { writeSetting } from "../../../extension/shared/settings";
import { blankCard } from "../../../extension/ui/blank-card";
import { FakeChrome } from "../support/fake-chrome";

beforeEach(async () => {
  new FakeChrome().install();
  await writeSetting("paired", { base: "http://127.0.0.1:9", token: "t" });
});

async function keep(version: number, latest_version: number, kind: Card["key"]["kind"] = "card") {
  const key = {
    paper: `2503.20680v${version}`,
    kind,
    lang: "zh-CN",
    engine: "openai",
    model: "m",
  } as Card["key"];
  const metadata = { version, latest_version } as Card["metadata"];
  await keepPaper({ id: "2503.20680" } as PaperView, { ...blankCard(key), metadata });
}

const asked = async (paper: string) => (await keptAnswer({ show: "paper", paper }))?.card.key.paper;

test("the kept card of just this version is shown before the backend answers", async () => {
  await keep(2, 2);
  expect(await asked("2503.20680")).toBe("2503.20680v2");
  expect(await asked("2503.20680v2")).toBe("2503.20680v2");
  expect(await asked("2503.20680v1")).toBeUndefined();
  expect(await asked("2503.20681")).toBeUndefined();
});

test("an old version is not shown for the newest one", async () => {
  await keep(1, 2);
  expect(await asked("2503.20680")).toBeUndefined();
  expect(await asked("2503.20680v1")).toBe("2503.20680v1");
});

test("nor is another kind of card, nor any where no backend is paired", async () => {
  await keep(2, 2, "deep");
  expect(await asked("2503.20680")).toBeUndefined();
  await keep(2, 2);
  await writeSetting("paired", null);
  expect(await asked("2503.20680")).toBeUndefined();
});
