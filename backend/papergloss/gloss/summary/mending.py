"""Claims that did not pass their check, put to the model once more."""

from __future__ import annotations

from papergloss.errors import ModelError
from papergloss.gloss.card import Claim, StageName
from papergloss.gloss.context import Context
from papergloss.gloss.dialogue.asking import ask
from papergloss.gloss.evidence.examiner import Examiner
from papergloss.gloss.prompts import fill
from papergloss.gloss.protocol import NumberedParser, read_claim
from papergloss.gloss.summary.acceptance import usable
from papergloss.llm.types import ChatModel, Message

WORDS_FOR = {
    "number_missing": "not in the cited passages: {detail}",
    "name_missing": "not in the paper: {detail}",
    "contradicted": "the cited passages say otherwise of {detail}: the other direction, or another name",
    "miscited": "the cited passages tell of something else",
    "passage_missing": "no passage has the number {detail}",
    "uncited": "no passage is cited",
}

PASSED = ("supported", "unchecked")


def mend(
    context: Context,
    model: ChatModel,
    examiner: Examiner,
    messages: list[Message],
    claims: list[Claim],
    *,
    stage: StageName = "summary",
) -> list[Claim]:
    """The claims, those that failed replaced where the model's second try passes its check.

    `messages` is the conversation that made them. Where this call fails the claims stay, marked as they are.
    """
    failed = {n: claim for n, claim in enumerate(claims, start=1) if claim.check.status in WORDS_FOR}
    if not failed:
        return claims
    names = {"language": context.language.english, "native": context.language.native}
    asked = Message("user", fill("summary.mend", statements="\n".join(map(_line, failed.items())), **names))
    conversation = [*messages, asked]
    try:
        answer = ask(context, stage, model, conversation, on_text=lambda _: None, on_restart=lambda: None)
    except ModelError:
        return claims
    parser = NumberedParser()
    parser.feed(answer)
    mended = dict(failed)
    for n, text in parser.close()[0].items():
        draft = read_claim(text)
        if n in failed and usable(draft.text, context.language):
            draft.role = draft.role or failed[n].role
            claim = examiner.examine(draft)
            if claim.check.status in PASSED:
                mended[n] = claim
    return [mended.get(n, claim) for n, claim in enumerate(claims, start=1)]


def _line(item: tuple[int, Claim]) -> str:
    n, claim = item
    reason = WORDS_FOR[claim.check.status].format(detail=claim.check.detail)
    return f"{n}. {claim.role or 'result'}: {claim.text} ({reason})"
