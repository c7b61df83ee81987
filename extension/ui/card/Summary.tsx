import { useId, useState } from "preact/hooks";
import type { Claim } from "../../shared/api";
import { RichText } from "../RichText";
import { Caret } from "./Caret";
import { Cite } from "./Cite";
import { Correctable } from "./Correctable";
import { EvidenceBox } from "./evidence-box";

interface Props {
  claims: readonly Claim[];
  /** True while the last sentence is being written. */
  writing: boolean;
}

/** The summary: one paragraph whose sentences each carry their mark. */
export function Summary({ claims, writing }: Props) {
  const id = useId();
  const [open, setOpen] = useState<number | null>(null);
  const shown = open === null ? undefined : claims[open];
  return (
    <>
      <div class="summary">
        {claims.map((claim, index) => (
          <span key={index} class="summary-claim">
            <Correctable part={`summary/${index}`} text={claim.text}>
              {(text, corrected) => (
                <>
                  <RichText text={text} links={false} />
                  <Cite
                    claim={claim}
                    part={`summary/${index}`}
                    corrected={corrected}
                    writing={writing && index === claims.length - 1}
                    open={open === index}
                    controls={id}
                    toggle={() => setOpen(open === index ? null : index)}
                  />{" "}
                </>
              )}
            </Correctable>
          </span>
        ))}
        {writing && <Caret />}
      </div>
      {shown && <EvidenceBox id={id} part={`summary/${open}`} claim={shown} />}
    </>
  );
}
