import { useId, useState } from "preact/hooks";
import type { Claim } from "../../shared/api";
import { spokenByUs, t } from "../i18n";
import { memo } from "../memo";
import { RichText } from "../RichText";
import { Caret } from "./Caret";
import { Cite } from "./Cite";
import { Correctable } from "./Correctable";
import { EvidenceBox } from "./evidence-box";

interface Props {
  claim: Claim;
  /** Its path on the card. */
  part: string;
  writing: boolean;
}

/** One takeaway with its role, its mark and, opened, its passages. Keys step from one to the next. */
export const Takeaway = memo(function Takeaway({ claim, part, writing }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <li tabIndex={-1}>
      {claim.role && (
        <span class="role">
          <bdi {...spokenByUs()}>{t(`role_${claim.role}`)}</bdi>
        </span>
      )}
      <Correctable part={part} text={claim.text}>
        {(text, corrected) => (
          <>
            <RichText text={text} links={false} />
            {writing && <Caret />}
            <Cite
              claim={claim}
              part={part}
              corrected={corrected}
              writing={writing}
              open={open}
              controls={id}
              toggle={() => setOpen(!open)}
            />
          </>
        )}
      </Correctable>
      {open && <EvidenceBox id={id} part={part} claim={claim} />}
    </li>
  );
});
