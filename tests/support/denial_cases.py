"""Good translations of sentences that deny, or do not, and the same with the denial dropped or one added.

tests/cases/denials.json: in each translation `{good|planted}` holds what the two have in its place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from papergloss.gloss.languages import language
from papergloss.gloss.translation.fidelity import fault

CASES = Path(__file__).resolve().parent.parent / "cases" / "denials.json"
_CHOICE = re.compile(r"\{([^|}]*)\|([^}]*)\}")


@dataclass(frozen=True)
class Denial:
    """A sentence, and its translation twice. `kind`: what is wrong with `planted`, dropped or added."""

    source: str
    kind: str
    lang: str
    good: str
    planted: str

    def fault(self, target: str) -> str | None:
        """What the check says of `target`."""
        return fault(self.source, target, language(self.lang))


def denials() -> Iterator[Denial]:
    """Every sentence in every language."""
    for row in json.loads(CASES.read_text("utf-8")):
        for lang, text in row["translations"].items():
            good, planted = (_CHOICE.sub(rf"\{which}", text) for which in (1, 2))
            yield Denial(row["source"], row["kind"], lang, good, planted)
