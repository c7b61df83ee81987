import { useState } from "preact/hooks";
import { count } from "../format";
import { t } from "../i18n";

/** A list this long is folded, and this many stay on screen. */
const FOLDED = 20;

/** The authors, quiet; a collaboration's thousands fold. */
export function Authors({ authors }: { authors: readonly string[] }) {
  const [open, setOpen] = useState(false);
  const folds = authors.length > FOLDED + 2;
  const shown = folds && !open ? authors.slice(0, FOLDED) : authors;
  return (
    <p class="authors" dir="auto">
      {shown.join(", ")}{" "}
      {folds && (
        <button type="button" class="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t("authors_fewer") : t("authors_more", count(authors.length - FOLDED))}
        </button>
      )}
    </p>
  );
}
