import { expect, test } from "vitest";
import { supportingWords } from "../../../extension/ui/card/supporting-words";

const marked = (quote: string, claim: string) =>
  supportingWords(quote, claim)
    .filter((run) => run.marked)
    .map((run) => run.text);

test("numbers and terms of a claim in another language are marked", () => {
  expect(marked("VoRA gains 12.4% over LoRA on eight benchmarks.", "VoRA 平均提升 12.4%。")).toEqual([
    "VoRA",
    "12.4%",
  ]);
});

test("neighbouring words become one mark", () => {
  expect(marked("It is seamlessly merged into the model.", "seamlessly merged")).toEqual([
    "seamlessly merged",
  ]);
});

test("words that every sentence has are not marked", () => {
  expect(marked("the method is for this and that", "for the and this that")).toEqual([]);
});

test("1,024 and 1024 are the same number", () => {
  expect(marked("a batch of 1,024 images", "batch size 1024")).toEqual(["batch", "1,024"]);
});

test("the quote is always shown whole", () => {
  const quote = "  Odd  spacing — kept, 3.06 × 10⁵.  ";
  expect(
    supportingWords(quote, "spacing 3.06")
      .map((run) => run.text)
      .join(""),
  ).toBe(quote);
});
