import { expect, test } from "vitest";
import { routeOf, searchOf } from "../../../extension/panel/route";

test.each([
  ["?paper=hep-th%2F9901001v2", { show: "paper", paper: "hep-th/9901001v2" }],
  ["?paper=2503.20680&top=40", { show: "paper", paper: "2503.20680" }],
  ["?card=abc-1", { show: "card", id: "abc-1" }],
  [
    "?choose=1706.03762+Attention+is+all+you+need&choose=1810.04805+",
    {
      show: "choose",
      papers: [
        { paper: "1706.03762", label: "Attention is all you need" },
        { paper: "1810.04805", label: "" },
      ],
    },
  ],
  [
    "?compare=2503.20680&compare=hep-th%2F9901001",
    { show: "compare", papers: ["2503.20680", "hep-th/9901001"] },
  ],
  ["?view=library", { show: "saved" }],
  ["", { show: "saved" }],
])("%s shows what it says", (search, route) => {
  expect(routeOf(search)).toEqual(route);
  expect(routeOf(searchOf(routeOf(search)))).toEqual(route);
});
