import type { Card, DeepSection } from "../../shared/api";
import { Figures } from "../card/Figures";
import { whereabouts } from "../card/whereabouts";
import { ExternalLink } from "../ExternalLink";
import { Formula } from "../Formula";
import { spokenByUs, t } from "../i18n";
import { DeepTable } from "./DeepTable";
import { Told } from "./Told";

type Block = DeepSection["blocks"][number];

interface Props {
  block: Block;
  /** Its path on the card. */
  part: string;
  card: Card;
}

/** One block of a section. */
export function DeepBlock({ block, part, card }: Props) {
  switch (block.kind) {
    case "paragraph":
      return (
        <div class="deep-paragraph">
          <Told claims={block.claims} part={part} />
        </div>
      );
    case "formula":
      return <Display block={block} />;
    case "figure":
      return <Shown of={block.of} number={block.number} card={card} />;
    case "table":
      return <DeepTable table={block} card={card} />;
    case "reference":
      return <Further block={block} part={part} />;
    default:
      return <Named block={block} />;
  }
}

function Display({ block: { tex, check, evidence } }: { block: Extract<Block, { kind: "formula" }> }) {
  return (
    <div class="deep-formula">
      <Formula tex={tex} source={`$$${tex}$$`} display />
      <p class="deep-note" {...spokenByUs()}>
        {check.status === "supported"
          ? whereabouts(evidence)
          : t("deep_as_written", evidence[0]?.page ?? "–")}
      </p>
    </div>
  );
}

function Shown({ of, number, card }: { of: string; number: string; card: Card }) {
  const figure = card.figures?.find((one) => one.kind === of && one.number === number);
  return figure ? <Figures figures={[figure]} lang={card.key.lang} /> : null;
}

function Further({ block, part }: { block: Extract<Block, { kind: "reference" }>; part: string }) {
  return (
    <div class="deep-entry">
      <p class="deep-source" lang="en" dir="auto">
        {block.address ? <ExternalLink href={block.address}>{block.text}</ExternalLink> : block.text}
      </p>
      {block.by_title && <p class="deep-note">{t("deep_by_title", block.arxiv_id ?? "")}</p>}
      <Told claims={block.claims} part={part} />
    </div>
  );
}

function Named({ block: { address, of, evidence } }: { block: Extract<Block, { kind: "resource" }> }) {
  return (
    <div class="deep-entry">
      <p class="deep-source">
        <span class="deep-of" {...spokenByUs()}>
          {t(`deep_of_${of}`)}
        </span>{" "}
        <ExternalLink href={address}>{address}</ExternalLink>
      </p>
      {evidence.map(({ passage, quote }) => (
        <p key={passage} class="deep-note" lang="en" dir="auto">
          {quote} ({whereabouts(evidence)})
        </p>
      ))}
    </div>
  );
}
