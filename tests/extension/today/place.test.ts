import { expect, test } from "vitest";
import { placeOf, todayPath } from "../../../extension/shared/today-place";
import { listed } from "../../../extension/ui/FollowingForm";

test("a place is read as it was written", () => {
  const place = {
    papers: ["2501.00001v2", "hep-th/9901001"],
    title: "Search | arXiv & more",
    label: "/search/?query=a,b&start=0",
  };
  expect(placeOf(new URL(todayPath(place), "https://x").search)).toEqual(place);
  expect(placeOf(new URL(todayPath(), "https://x").search)).toBeNull();
  expect(placeOf("?papers=&title=x")).toBeNull();
});

test.each([
  ["cs.CL, cs.LG hep-lat", true, ["cs.CL", "cs.LG", "hep-lat"]],
  ["protein folding，扩散模型、 diffusion; ,", false, ["protein folding", "扩散模型", "diffusion"]],
  ["  ", true, []],
])("%j is a list", (text, blanks, wanted) => {
  expect(listed(text, blanks)).toEqual(wanted);
});
