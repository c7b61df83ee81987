import type { Segment } from "../shared/segments";
import { segments } from "../ui/rich-text";

/** Text of the paper or the model in pieces, its formulas set; the typesetter is loaded with the first one. */
export async function setText(text: string): Promise<Segment[]> {
  return Promise.all(
    segments(text).map(async (segment) =>
      segment.kind === "math" ? await formula(segment.text, segment.source) : { text: segment.text },
    ),
  );
}

async function formula(tex: string, source: string): Promise<Segment> {
  const { typeset } = await import("../ui/typeset");
  const math = typeset(tex)?.firstChild;
  return math ? { mathml: new XMLSerializer().serializeToString(math), source } : { text: source };
}
