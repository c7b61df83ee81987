import type { Segment } from "../shared/api";
import { RichText } from "../ui/RichText";

/** Text with the words marked that were looked for. */
export function Marked({ segments }: { segments: readonly Segment[] }) {
  return (
    <>
      {segments.map(({ text, hit }, index) =>
        hit ? <mark key={index}>{text}</mark> : <RichText key={index} text={text} links={false} />,
      )}
    </>
  );
}
