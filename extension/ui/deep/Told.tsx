import { useId, useState } from "preact/hooks";
import type { Claim } from "../../shared/api";
import { Cite } from "../card/Cite";
import { EvidenceBox } from "../card/evidence-box";
import { RichText } from "../RichText";

interface Props {
  claims: readonly Claim[];
  /** Their path on the card. */
  part: string;
  writing?: boolean;
}

/** Sentences of one paragraph, each with its mark; the passages of the one that is opened stand below. */
export function Told({ claims, part, writing = false }: Props) {
  const id = useId();
  const [open, setOpen] = useState<number | null>(null);
  const shown = open === null ? undefined : claims[open];
  return (
    <>
      <p>
        {claims.map((claim, index) => (
          <span key={index}>
            <RichText text={claim.text} links={false} />
            <Cite
              claim={claim}
              part={`${part}/${index}`}
              corrected={false}
              brief
              writing={writing}
              open={open === index}
              controls={id}
              toggle={() => setOpen(open === index ? null : index)}
            />{" "}
          </span>
        ))}
      </p>
      {shown && <EvidenceBox id={id} part={`${part}/${open}`} claim={shown} />}
    </>
  );
}
