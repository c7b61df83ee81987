"""One section of a deep read put to the model until it can stand, then checked, mended and built."""

from __future__ import annotations

from papergloss.errors import AnswerCut, ContextExceeded, ModelError
from papergloss.gloss.card import Claim
from papergloss.gloss.compression.material import Material
from papergloss.gloss.context import Context
from papergloss.gloss.deep.answer import Preview
from papergloss.gloss.deep.building import MOST_SHOWN, blocks, further, offered
from papergloss.gloss.deep.desk import Desk
from papergloss.gloss.deep.judging import JudgedSection
from papergloss.gloss.deep.lengths import asked, words
from papergloss.gloss.deep.linking import linked
from papergloss.gloss.deep.references import entries, lines
from papergloss.gloss.dialogue.asking import ask
from papergloss.gloss.dialogue.blocks import fenced, one_line
from papergloss.gloss.events import CardPart
from papergloss.gloss.explainer import DeepSection, SectionName
from papergloss.gloss.prompts import fill
from papergloss.gloss.summary.mending import mend
from papergloss.llm.types import Message

ASKS = 2
"""The first time, and once again where the section cannot stand as it is, or is too short or too long."""
LABELS: dict[SectionName, str] = {
    "motivation": "MOTIVATION",
    "prior_work": "PRIOR WORK",
    "method": "METHOD",
    "experiments": "EXPERIMENTS",
    "limits": "LIMITS",
    "reading_list": "READ NEXT",
}
CAPTION = 160
"""Characters of a caption in the prompt."""
WITH_FORMULAS: tuple[SectionName, ...] = ("method",)


class Writer:
    """Writes one section, in the thread of its stage."""

    def __init__(self, context: Context, desk: Desk, name: SectionName) -> None:
        deep = context.card.deep
        if deep is None:
            raise LookupError("the outline has not been made")
        self._context = context
        self._desk = desk
        self._name = name
        self._sections = deep.sections
        self._plan = next(section for section in deep.sections if section.name == name)
        self._references = entries(desk.document) if name == "reading_list" else []

    def run(self) -> DeepSection:
        """The section, every statement checked.

        Raises:
            ModelError: the model failed, or wrote nothing usable twice.
        """
        judged, conversation = self._desk.fitting(self._name, self._ask_until_it_stands)
        claims = [self._desk.examiner.examine(draft) for draft in judged.claims]
        self._context.show(self._name, CardPart(section=self._built(judged, claims)))
        named = {draft.passage for draft in judged.entries}
        self._references = linked(self._context, self._references, named)
        desk = self._desk
        mended = mend(self._context, desk.model, desk.examiner, conversation, claims, stage=self._name)
        return self._built(judged, mended)

    def _ask_until_it_stands(self, material: Material) -> tuple[JudgedSection, list[Message]]:
        """The best answer, and the conversation that ends with it."""
        messages = self._messages(material)
        best: tuple[JudgedSection, list[Message]] | None = None
        for turn in range(ASKS):
            if turn:
                self._context.start_over(self._name)
            try:
                answer = self._answered(messages)
            except ContextExceeded:
                raise
            except ModelError:
                if best is None or not best[0].claims:
                    raise
                break
            judged = self._judged(answer)
            messages = [*messages, Message("assistant", answer or "(empty)")]
            if best is None or judged.worth > best[0].worth:
                best = judged, messages
            if judged.stands:
                break
            length = asked(self._name, self._context.language)
            again = fill("deep.again", reason=judged.reason(), length=length, **self._desk.names)
            messages = [*messages, Message("user", again)]
        if best is None or not best[0].claims:
            self._context.start_over(self._name)
            raise self._judged("").error() if best is None else best[0].error()
        return best

    def _answered(self, messages: list[Message]) -> str:
        """The whole answer, or what came of one that was cut at its length limit. Raises ModelError."""
        heard: list[str] = []
        preview = Preview()

        def hear(text: str) -> None:
            heard.append(text)
            if more := preview.feed(text):
                self._context.delta(self._name, f"deep/{self._name}/draft", more)

        def restart() -> None:
            nonlocal preview
            preview = Preview()
            heard.clear()
            self._context.start_over(self._name)

        if (kept := self._desk.kept(messages)) is not None:
            hear(kept)
            return kept
        try:
            ask(self._context, self._name, self._desk.model, messages, on_text=hear, on_restart=restart)
        except AnswerCut:
            pass
        except ModelError:
            self._keep_partial("".join(heard))
            raise
        answer = "".join(heard)
        if self._judged(answer).claims:
            self._desk.keep(messages, answer)
        return answer

    def _keep_partial(self, answer: str) -> None:
        """What came before the failure stands, checked; what is not usable goes."""
        self._context.start_over(self._name)
        judged = self._judged(answer)
        if judged.claims:
            claims = [self._desk.examiner.examine(draft) for draft in judged.claims]
            self._context.show(self._name, CardPart(section=self._built(judged, claims)))

    def _judged(self, answer: str) -> JudgedSection:
        passages = (entry.passage for entry in self._references)
        return JudgedSection(self._name, answer, self._context.language, passages)

    def _built(self, judged: JudgedSection, claims: list[Claim]) -> DeepSection:
        desk = self._desk
        if self._name == "reading_list":
            made = further(judged.entries, claims, self._references)
        else:
            made = blocks(judged.parts, claims, desk.document, desk.examiner, self._name)
        count = sum(words(claim.text, self._context.language) for claim in claims)
        return DeepSection(
            name=self._name,
            heading=self._plan.heading,
            points=self._plan.points,
            blocks=made,
            words=count,
            length="long" if judged.outside > 0 else "short" if judged.outside < 0 else None,
        )

    def _messages(self, material: Material) -> list[Message]:
        figures = [
            f"{figure.kind.capitalize()} {figure.number}: {one_line(figure.caption)[:CAPTION]}"
            for figure in offered(self._desk.document, self._name)
        ]
        parts = [fenced("OUTLINE", self._outline())]
        if figures:
            parts.append(fenced("FIGURES", figures))
        if self._references:
            parts.append(fenced("REFERENCES", lines(self._references)))
        return self._desk.messages(material, self._task(figures), parts)

    def _task(self, figures: list[str]) -> str:
        forms = [] if self._name == "reading_list" else [fill("deep.prose")]
        if self._name in WITH_FORMULAS:
            forms.append(fill("deep.formulas"))
        if figures:
            example = figures[0].split(":", 1)[0]
            forms.append(fill("deep.figures", example=example, most=str(min(MOST_SHOWN, len(figures)))))
        return fill(
            "deep.section",
            label=LABELS[self._name],
            what=fill(f"deep.{self._name}"),
            length=asked(self._name, self._context.language),
            forms=" ".join(forms),
            **self._desk.names,
        )

    def _outline(self) -> list[str]:
        outline = []
        for section in self._sections:
            if section.name in LABELS:
                outline.append(f"{LABELS[section.name]}: {one_line(section.heading)}")
                outline.extend(f"- {one_line(point)}" for point in section.points)
        return outline
