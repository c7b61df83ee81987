"""Where the figure, table or algorithm of a caption stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from papergloss.pdf.candidates import SIDES, Candidate, Side, candidates
from papergloss.pdf.captions import Caption
from papergloss.pdf.content import PageContent
from papergloss.pdf.document import Rect
from papergloss.pdf.profile import Profile


def find_regions(pages: Sequence[PageContent], usual: Profile) -> dict[int, Rect]:
    """The region of each caption (by `id`); captions without one are missing from the answer."""
    votes = _votes(pages, usual)
    found: dict[int, Rect] = {}
    for page in pages:
        found.update(_place(page, usual, votes))
    return found


def _votes(pages: Sequence[PageContent], usual: Profile) -> Counter[tuple[str, Side]]:
    """On which side of its caption each kind stands, counted where only one side has content."""
    votes: Counter[tuple[str, Side]] = Counter()
    for page in pages:
        for caption in page.captions:
            options = candidates(page, caption, usual, ())
            if len(options) == 1:
                votes[caption.kind, options[0].side] += 1
    return votes


def _place(page: PageContent, usual: Profile, votes: Counter[tuple[str, Side]]) -> dict[int, Rect]:
    """Give each caption of the page a region; the surest choose first and keep what they took."""
    taken: list[Rect] = []
    found: dict[int, Rect] = {}
    waiting = list(page.captions)
    while waiting:
        ranked = []
        for caption in waiting:
            scores = sorted(
                (
                    (_score(option, caption, votes), option)
                    for option in candidates(page, caption, usual, taken)
                ),
                key=lambda pair: -pair[0],
            )
            lead = scores[0][0] - (scores[1][0] if len(scores) > 1 else 0.0) if scores else -1.0
            ranked.append((lead, scores[0][1] if scores else None, caption))
        _, option, caption = max(ranked, key=lambda item: (item[1] is not None and item[1].bounded, item[0]))
        waiting.remove(caption)
        if option:
            found[id(caption)] = option.rect
            taken.append(option.rect)
    return found


def _score(option: Candidate, caption: Caption, votes: Counter[tuple[str, Side]]) -> float:
    """Nearness, graphics and the document's habit; the habit weighs most once it is clear."""
    all_votes = sum(votes[caption.kind, side] for side in SIDES)
    habit = (votes[caption.kind, option.side] + 1) / (all_votes + 2)
    usual_side = 0.1 if (option.side == "above") == (caption.kind == "figure") else 0.0
    near = 1 / (1 + max(option.gap, 0.0) / 15)
    enclosed = 0.5 if option.bounded and caption.kind != "figure" else 0.0
    return 2.0 * habit + near + 0.8 * min(1.0, option.graphics) + usual_side + enclosed
