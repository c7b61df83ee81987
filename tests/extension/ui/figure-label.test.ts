import { expect, test } from "vitest";
import { withoutLabel } from "../../../extension/ui/card/figure-label";

test.each([
  ["Figure 2: (left) Attention.", "2", "(left) Attention."],
  ["Fig. 3. Results", "3", "Results"],
  ["FIG. 1. (color online) Spectrum", "1", "(color online) Spectrum"],
  ["Table IV — Scores", "IV", "Scores"],
  ["TABLE A.1. Settings", "A.1", "Settings"],
  ["Algorithm 1 Distillation", "1", "Distillation"],
  ["Figure 2 and Table 1 agree", "3", "Figure 2 and Table 1 agree"],
  ["Our model at work.", "1", "Our model at work."],
])("%s", (caption, number, shown) => {
  expect(withoutLabel({ caption, number })).toBe(shown);
});
