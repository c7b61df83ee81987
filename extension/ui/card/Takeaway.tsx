import { memo } from "preact/compat";
import { useId, useState } from "preact/hooks";
import type { Claim } from "../../shared/api";
import { spokenByUs, t } from "../i18n";
import { RichText } from "../RichText";
import { Caret } from "./Caret";
import { Cite } from "./Cite";
import { EvidenceBox } from "./EvidenceBox";

interface Props {
  claim: Claim;
  writing: boolean;
}

/** One takeaway with its role, its mark and, opened, its passages. */
export const Takeaway = memo(function Takeaway({ claim, writing }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <li>
      {claim.role && (
        <span class="role">
          <bdi {...spokenByUs()}>{t(`role_${claim.role}`)}</bdi>
        </span>
      )}
      <RichText text={claim.text} links={false} />
      {writing && <Caret />}
      <Cite claim={claim} writing={writing} open={open} controls={id} toggle={() => setOpen(!open)} />
      {open && <EvidenceBox id={id} claim={claim} />}
    </li>
  );
});
