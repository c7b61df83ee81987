import type { Card } from "../../shared/api";
import { WarningNote } from "./WarningNote";

type Kind = Card["warnings"][number]["kind"];

/** What changes how the whole card is read stands above it; what concerns one page, below. */
const ABOVE = new Set<Kind>([
  "withdrawn",
  "newer_version",
  "no_pdf",
  "no_model",
  "draft",
  "partial_pdf",
  "unreadable",
  "scan",
]);

interface Props {
  card: Card;
  place: "above" | "below";
}

export function Warnings({ card: { warnings, metadata }, place }: Props) {
  const shown = warnings.filter(({ kind }) => ABOVE.has(kind) === (place === "above"));
  if (shown.length === 0) return null;
  return (
    <div class="warnings">
      {shown.map((warning) => (
        <WarningNote key={`${warning.kind}-${warning.page}`} warning={warning} metadata={metadata} />
      ))}
    </div>
  );
}
