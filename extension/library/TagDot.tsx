import type { PaperTag } from "../shared/api";

/** A tag's name behind its colour. */
export function TagDot({ tag }: { tag: Pick<PaperTag, "name" | "colour"> }) {
  return (
    <span class="tag-dot" dir="auto">
      <i style={tag.colour ? { backgroundColor: tag.colour } : {}} />
      {tag.name}
    </span>
  );
}
