/** A piece of a note. */
export type Block =
  | { kind: "paragraph" | "heading" | "quote" | "code"; text: string }
  | { kind: "list"; ordered: boolean; items: string[] };

const FENCE = /^```/;
const HEADING = /^#{1,6}\s+/;
const QUOTE = /^>\s?/;
const BULLET = /^[-*+]\s+/;
const NUMBER = /^\d{1,9}[.)]\s+/;

/** The block structure of Markdown as notes use it; what is none of it stays text. */
export function blocks(text: string): Block[] {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const found: Block[] = [];
  while (lines.length > 0) {
    const line = lines[0] ?? "";
    if (!line.trim()) lines.shift();
    else found.push(take(line, lines));
  }
  return found;
}

/** Takes the block that begins with `line` off the lines. */
function take(line: string, lines: string[]): Block {
  if (FENCE.test(line)) return fenced(lines);
  if (HEADING.test(line)) return { kind: "heading", text: (lines.shift() ?? "").replace(HEADING, "") };
  if (QUOTE.test(line)) return { kind: "quote", text: run(lines, QUOTE).join("\n") };
  if (BULLET.test(line)) return { kind: "list", ordered: false, items: run(lines, BULLET) };
  if (NUMBER.test(line)) return { kind: "list", ordered: true, items: run(lines, NUMBER) };
  const paragraph = [lines.shift() ?? ""];
  while (
    lines[0]?.trim() &&
    ![FENCE, HEADING, QUOTE, BULLET, NUMBER].some((begin) => begin.test(lines[0] ?? ""))
  )
    paragraph.push(lines.shift() ?? "");
  return { kind: "paragraph", text: paragraph.join("\n") };
}

function run(lines: string[], begin: RegExp): string[] {
  const taken: string[] = [];
  while (lines[0] && begin.test(lines[0])) taken.push((lines.shift() ?? "").replace(begin, ""));
  return taken;
}

function fenced(lines: string[]): Block {
  lines.shift();
  const taken: string[] = [];
  while (lines.length > 0 && !FENCE.test(lines[0] ?? "")) taken.push(lines.shift() ?? "");
  lines.shift();
  return { kind: "code", text: taken.join("\n") };
}
