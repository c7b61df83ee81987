import { ExternalLink } from "./ExternalLink";
import { Formula } from "./Formula";
import { memo } from "./memo";
import { segments } from "./rich-text";

interface Props {
  text: string;
  /** False where a model wrote the text: an address that it was made to write must not be one click away. */
  links?: boolean;
}

/** Text of the paper or the model: always text nodes, only formulas, links and emphasis are elements. */
export const RichText = memo(function RichText({ text, links = true }: Props) {
  return (
    <>
      {segments(text).map((segment, index) => {
        const key = `${index}-${segment.kind}`;
        if (segment.kind === "math") return <Formula key={key} tex={segment.text} source={segment.source} />;
        if (segment.kind === "strong") return <strong key={key}>{segment.text}</strong>;
        if (segment.kind === "code") return <code key={key}>{segment.text}</code>;
        if (segment.kind === "url" && links)
          return (
            <ExternalLink key={key} href={segment.text}>
              {segment.text}
            </ExternalLink>
          );
        return segment.text;
      })}
    </>
  );
});
