import { expect, test } from "vitest";
import { segments } from "../../../extension/ui/rich-text";

const kinds = (text: string) => segments(text).map(({ kind, text: inner }) => [kind, inner]);

test.each([
  ["plain text", [["text", "plain text"]]],
  [
    "an $x^2$ here",
    [
      ["text", "an "],
      ["math", "x^2"],
      ["text", " here"],
    ],
  ],
  [
    "\\(a+b\\) and \\[c\\] and $$d$$",
    [
      ["math", "a+b"],
      ["text", " and "],
      ["math", "c"],
      ["text", " and "],
      ["math", "d"],
    ],
  ],
  ["costs $5 and $10 a month", [["text", "costs $5 and $10 a month"]]],
  ["from $5-$10", [["text", "from $5-$10"]]],
  ["an escaped \\$x\\$", [["text", "an escaped \\$x\\$"]]],
  ["unfinished $x^", [["text", "unfinished $x^"]]],
  [
    "误差为 $O(n)$。",
    [
      ["text", "误差为 "],
      ["math", "O(n)"],
      ["text", "。"],
    ],
  ],
  [
    "**bold** and `code`",
    [
      ["strong", "bold"],
      ["text", " and "],
      ["code", "code"],
    ],
  ],
  [
    "see https://a.org/x_(1).",
    [
      ["text", "see "],
      ["url", "https://a.org/x_"],
      ["text", "(1)."],
    ],
  ],
  [
    "数据见 https://a.org/b。完",
    [
      ["text", "数据见 "],
      ["url", "https://a.org/b"],
      ["text", "。完"],
    ],
  ],
  [
    "at https://a.org/b, then",
    [
      ["text", "at "],
      ["url", "https://a.org/b"],
      ["text", ", then"],
    ],
  ],
  ["<img src=x onerror=alert(1)>", [["text", "<img src=x onerror=alert(1)>"]]],
  ["javascript:alert(1)", [["text", "javascript:alert(1)"]]],
])("%s", (text, expected) => {
  expect(kinds(text)).toEqual(expected);
});

test("what is not typeset is shown as it stood in the text", () => {
  expect(segments("so $x$ is")[1]).toEqual({ kind: "math", text: "x", source: "$x$" });
});

test("nothing of a sentence is lost and long ones take no time", () => {
  const text = "$a $b ** ` https:// \\( ".repeat(4000);
  const started = performance.now();
  expect(segments(text).length).toBeGreaterThan(0);
  expect(performance.now() - started).toBeLessThan(2000);
});
