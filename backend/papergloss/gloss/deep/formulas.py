"""Formulas that stand apart: the paper's own LaTeX where that is known, never a model's variant of it."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from papergloss.gloss.card import Check, Evidence
from papergloss.gloss.deep.answer import DraftFormula
from papergloss.gloss.dialogue.outline import DraftClaim
from papergloss.gloss.evidence.examiner import Examiner
from papergloss.gloss.explainer import Formula
from papergloss.pdf.document import Document, Passage

SAME = 62.0
"""Of 100: from this likeness on, a formula of a cited passage is the one that the model means."""
SHORTEST = 6
"""Signs of a formula, without blanks and commands that only set it; shorter ones stand in a sentence."""

_FORMULA = re.compile(r"\$\$(.+?)\$\$|(?<!\\)\$([^$]+?)(?<!\\)\$", re.DOTALL)
_SETTING = re.compile(
    r"\\(?:left|right|bigg?[lr]?|Bigg?[lr]?|displaystyle|textstyle|,|;|!|:|quad|qquad|nonumber|label\{[^}]*\})"
    r"|\\(?:mathrm|text|operatorname|mathbf|boldsymbol|bm|textrm|mathit)\*?(?=[{\\A-Za-z])|[\s{}~]"
)


def formula(draft: DraftFormula, document: Document, examiner: Examiner) -> Formula | None:
    """The formula with the passage where it stands; None where no passage of the paper has one like it.

    Where only the page's picture of a passage is known, its formula stays as the model wrote it, unchecked.
    """
    cited = [passage for n in draft.passages if (passage := document.passage(n))]
    wanted = _bare(draft.tex)
    if len(wanted) < SHORTEST:
        return None
    everywhere = cited if any(passage.tex for passage in cited) else document.passages
    likeness, passage, tex = max(
        ((fuzz.ratio(wanted, _bare(tex)), passage, tex) for passage in everywhere for tex in _in(passage)),
        key=lambda found: found[0],
        default=(0.0, None, ""),
    )
    if passage is not None and likeness >= SAME:
        return Formula(tex=tex, check=Check(status="supported"), evidence=_at(tex, passage, examiner))
    drawn = [passage for passage in cited if passage.has_math and not passage.tex]
    if not drawn:
        return None
    evidence = _at(draft.tex, drawn[0], examiner)
    return Formula(tex=draft.tex, check=Check(status="unchecked"), evidence=evidence)


def _in(passage: Passage) -> list[str]:
    found = ((display or inline).strip() for display, inline in _FORMULA.findall(passage.tex or ""))
    return [tex for tex in found if len(_bare(tex)) >= SHORTEST]


def _at(tex: str, passage: Passage, examiner: Examiner) -> list[Evidence]:
    return examiner.examine(DraftClaim(tex, None, [passage.n])).evidence


def _bare(tex: str) -> str:
    return _SETTING.sub("", tex).rstrip(".,;")
