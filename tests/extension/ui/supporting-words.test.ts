import { expect, test } from "vitest";
import type { Sentence } from "../../../extension/shared/api";
import { supportingWords } from "../../../extension/ui/card/supporting-words";
import { twinSentence } from "../../../extension/ui/card/twin-sentence";

const marked = (quote: string, claim: string) =>
  supportingWords(quote, [claim])
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
  expect(marked("a batch of 1,024 images", "batch size 1024")).toEqual(["batch of 1,024"]);
});

test("the quote is always shown whole", () => {
  const quote = "  Odd  spacing — kept, 3.06 × 10⁵.  ";
  expect(
    supportingWords(quote, ["spacing 3.06"])
      .map((run) => run.text)
      .join(""),
  ).toBe(quote);
});

test("a claim in another language borrows the words of the abstract's sentence that says the same", () => {
  const translation = {
    lang: "zh-CN",
    title: pair(0, "T", "题"),
    glossary: [],
    sentences: [
      pair(1, "We study cats.", "我们研究猫。"),
      pair(2, "The parameters are merged into the model during inference.", "参数在推理时并入模型。"),
    ],
  };
  const claim = "新增参数在推理时并入模型。";
  const twin = twinSentence(claim, translation);
  expect(twin).toBe(translation.sentences[1]?.source);
  const marks = supportingWords("All parameters are merged into the model at test time.", [claim, twin]);
  expect(marks.filter((run) => run.marked).map((run) => run.text)).toEqual([
    "parameters are merged into the model",
  ]);
  expect(supportingWords("Cats sleep.", [claim, twin]).some((run) => run.marked)).toBe(false);
  expect(twinSentence("完全无关的内容", translation)).toBe("");
});

function pair(n: number, source: string, target: string): Sentence {
  return { n, source, target, state: "ok", reason: null, other_terms: [] };
}
