import { expect, test } from "vitest";
import { blocks } from "../../../extension/ui/notes/note-blocks";

test("a note is read block by block", () => {
  const note =
    "# Why\nIt is $a^2$\nand more\n- one\n- two\n\n1. first\n> said\n> so\n```py\nx = 1\n\n# no heading\n```\nend";
  expect(blocks(note)).toEqual([
    { kind: "heading", text: "Why" },
    { kind: "paragraph", text: "It is $a^2$\nand more" },
    { kind: "list", ordered: false, items: ["one", "two"] },
    { kind: "list", ordered: true, items: ["first"] },
    { kind: "quote", text: "said\nso" },
    { kind: "code", text: "x = 1\n\n# no heading" },
    { kind: "paragraph", text: "end" },
  ]);
});

test.each(["", "\n\n", "```", "-", "#", "> "])("nothing is read twice or for ever: %j", (text) => {
  expect(blocks(text).length).toBeLessThanOrEqual(1);
});
