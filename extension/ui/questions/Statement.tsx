import { useContext, useId, useState } from "preact/hooks";
import type { Claim } from "../../shared/api";
import { Caret } from "../card/Caret";
import { Cite } from "../card/Cite";
import { CardContext } from "../card/card-context";
import { EvidenceBox } from "../card/evidence-box";
import { RichText } from "../RichText";

interface Props {
  claim: Claim;
  part: string;
  writing: boolean;
}

/** One statement of an answer with its mark and, opened, its passages. */
export function Statement({ claim, part, writing }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <RichText text={claim.text} links={false} />
      {writing && <Caret />}
      <Cite
        claim={claim}
        part={part}
        corrected={false}
        writing={writing}
        open={open}
        controls={id}
        toggle={() => setOpen(!open)}
      />
      {claim.evidence.some(({ paper }) => paper) && <Papers claim={claim} />}
      {open && <EvidenceBox id={id} part={part} claim={claim} />}
    </li>
  );
}

/** Whose passages a statement about several papers rests on. */
function Papers({ claim }: { claim: Claim }) {
  const named = useContext(CardContext)?.question?.papers ?? [];
  const cited = named.filter(({ paper }) => claim.evidence.some((evidence) => evidence.paper === paper));
  return (
    <span class="statement-papers" lang="en" dir="auto">
      {cited.map(({ title }) => title.split(/[:?—]/)[0]).join(" · ")}
    </span>
  );
}
