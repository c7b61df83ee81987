"""One line of notes, and the checks that it must pass to stand for its passages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from papergloss.gloss.compression.portions import LINE_OVERHEAD, Portion
from papergloss.gloss.dialogue.answers import chatter, loops, placeholder, refusal
from papergloss.gloss.dialogue.blocks import one_line
from papergloss.gloss.dialogue.outline import BULLET
from papergloss.gloss.evidence.claims import missing_numbers
from papergloss.gloss.protocol import read_claim
from papergloss.llm.budget import estimate_tokens


@dataclass(frozen=True, slots=True)
class Note:
    """What some passages of one portion say, shorter."""

    passages: tuple[int, ...]
    text: str

    def line(self) -> str:
        """The note as the prompt shows it, and as it is kept."""
        return f"[{', '.join(map(str, self.passages))}] {self.text}"

    @property
    def tokens(self) -> int:
        """What the line takes in a prompt, estimated."""
        return estimate_tokens(self.line()) + LINE_OVERHEAD


@dataclass(frozen=True, slots=True)
class Judgement:
    """The notes of an answer that may stand, and the other lines with what is wrong with each."""

    notes: tuple[Note, ...]
    faults: tuple[str, ...]


def judge(answer: str, portion: Portion) -> Judgement:
    """Reads an answer; every note must rest on passages of its portion and have its numbers from there."""
    notes: list[Note] = []
    faults: list[str] = []
    for line in answer.splitlines():
        if not any(character.isalnum() for character in line):
            continue
        draft = read_claim(BULLET.sub("", line, count=1))
        note = Note(tuple(sorted(set(draft.passages))), one_line(draft.text))
        fault = _fault(note, portion)
        if fault is None:
            notes.append(note)
        elif draft.passages:
            faults.append(f"- {one_line(line)} ({fault})")
    return Judgement(tuple(notes), tuple(faults))


def fitting(notes: Iterable[Note], tokens: int) -> tuple[Note, ...]:
    """The notes in the paper's order; where they take more than `tokens`, the longest go."""
    kept = sorted(set(notes), key=lambda note: note.passages)
    while len(kept) > 1 and sum(note.tokens for note in kept) > tokens:
        kept.remove(max(kept, key=lambda note: note.tokens))
    return tuple(kept)


def read_kept(text: str) -> tuple[Note, ...]:
    """Notes from their lines."""
    found = []
    for line in text.splitlines():
        numbers, _, words = line.removeprefix("[").partition("] ")
        found.append(Note(tuple(int(number) for number in numbers.split(", ")), words))
    return tuple(found)


def _fault(note: Note, portion: Portion) -> str | None:
    inside = {passage.n: passage for passage in portion.passages}
    strange = [n for n in note.passages if n not in inside]
    if strange:
        return f"no such passage here: {', '.join(map(str, strange))}"
    if not note.passages or refusal(note.text) or chatter(note.text) or loops(note.text):
        return "not a note"
    if found := placeholder(note.text):
        return f"the placeholder {found} was not filled in"
    if "<<<" in note.text or ">>>" in note.text:
        return "copied from the frame of the text"
    if lost := missing_numbers(note.text, [inside[n] for n in note.passages]):
        return f"not in the passages it names: {', '.join(lost)}"
    return None
