import { RichText } from "../RichText";
import { blocks } from "./note-blocks";

/** A note as it was meant: paragraphs, headings, lists, quotations and code; formulas and links in them. */
export function Markdown({ text }: { text: string }) {
  return (
    <div class="markdown" dir="auto">
      {blocks(text).map((block, index) => {
        switch (block.kind) {
          case "heading":
            return (
              <h3 key={index}>
                <RichText text={block.text} />
              </h3>
            );
          case "code":
            return <pre key={index}>{block.text}</pre>;
          case "quote":
            return (
              <blockquote key={index}>
                <RichText text={block.text} />
              </blockquote>
            );
          case "list":
            return <Items key={index} ordered={block.ordered} items={block.items} />;
          default:
            return (
              <p key={index}>
                <RichText text={block.text} />
              </p>
            );
        }
      })}
    </div>
  );
}

function Items({ ordered, items }: { ordered: boolean; items: readonly string[] }) {
  const Tag = ordered ? "ol" : "ul";
  return (
    <Tag>
      {items.map((item, index) => (
        <li key={index}>
          <RichText text={item} />
        </li>
      ))}
    </Tag>
  );
}
