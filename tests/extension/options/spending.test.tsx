// @vitest-environment jsdom
import { render } from "preact";
import { beforeEach, expect, test, vi } from "vitest";
import { Spending } from "../../../extension/options/Spending";
import { Backend } from "../../../extension/shared/client";
import { loadMessages } from "../../../extension/ui/i18n";
import { FakeChrome } from "../support/fake-chrome";
import { json, serve } from "../support/serve";

let root: HTMLElement;

beforeEach(async () => {
  new FakeChrome().install();
  await loadMessages(["en"]);
  document.body.innerHTML = "<main></main>";
  root = document.body.firstElementChild as HTMLElement;
});

test.each([
  [0.5, false],
  [null, true],
])("a call that cost %s is left out of the sum: %s", async (cost, told) => {
  const { base } = await serve(json({ spent: 0.5, cap: null, currency: "USD", rows: [{ cost }] }));
  render(<Spending backend={new Backend({ base, token: "t0" })} />, root);
  await vi.waitFor(() => expect(root.textContent).toContain("$0.5 this month"));
  expect(root.textContent?.includes("price is not known")).toBe(told);
});
