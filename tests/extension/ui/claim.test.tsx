// @vitest-environment jsdom
import { render } from "preact";
import { beforeEach, expect, test } from "vitest";
import type { Claim, Evidence } from "../../../extension/shared/api";
import { Takeaways } from "../../../extension/ui/card/Takeaways";
import { loadMessages } from "../../../extension/ui/i18n";

let root: HTMLElement;

beforeEach(async () => {
  await loadMessages(["en"]);
  document.body.innerHTML = "<main></main>";
  root = document.body.firstElementChild as HTMLElement;
});

function evidence(found_by: Evidence["found_by"]): Evidence {
  return {
    paper: null,
    passage: 3,
    page: 4,
    rects: [[1, 2, 3, 4]],
    quote: "It is so.",
    section: null,
    found_by,
  };
}

function show(
  check: Claim["check"],
  found: Evidence[] = [evidence("model")],
  text = "It is so.",
): HTMLElement {
  const claim: Claim = { text, role: "result", check, evidence: found };
  render(<Takeaways claims={[claim]} writing={false} />, root);
  return root.querySelector(".cite") as HTMLElement;
}

test.each([
  ["supported", null, "cite-ok", "p. 4"],
  ["unchecked", null, "cite-plain", "nothing to check"],
  ["number_missing", "95.1%", "cite-doubt", "95.1% not found in the cited passage"],
  ["name_missing", "MegaNet", "cite-doubt", "MegaNet not found in the paper"],
  ["contradicted", "3.2%", "cite-doubt", "3.2%: the cited passage says otherwise"],
  ["miscited", null, "cite-doubt", "tells of something else"],
  ["passage_missing", "99", "cite-doubt", "does not exist"],
  ["uncited", null, "cite-doubt", "no passage cited"],
] as const)("a claim that is %s says so", (status, detail, look, words) => {
  const mark = show({ status, detail });
  expect(mark.classList).toContain(look);
  expect(mark.textContent).toContain(words);
});

test("evidence found by search is never shown as the model's own citation", () => {
  expect(show({ status: "supported", detail: null }, [evidence("search")]).textContent).toContain(
    "found by search",
  );
  expect(show({ status: "supported", detail: null }, [evidence("paper")]).textContent).not.toContain(
    "search",
  );
});

test("an address in a claim is no link, and its HTML is text", () => {
  show(
    { status: "name_missing", detail: "x" },
    [],
    "See https://evil.example/?q=1 <img src=x> [a](https://evil.example)",
  );
  expect(root.querySelector("a, img")).toBeNull();
  expect(root.textContent).toContain("https://evil.example/?q=1 <img src=x>");
});
