"""How much of real papers reaches the model, and how much of a second request its cache can serve."""

from __future__ import annotations

import re
import statistics
from pathlib import Path

from bench.harness import Recorder, bench, data_dir
from papergloss.gloss.request import Target
from papergloss.llm.budget import estimate_tokens
from papergloss.pdf.document import Document
from papergloss.pdf.reader import read
from support.gloss_runs import Run, ScriptedModel, pretended
from support.model_script import answer

CONTEXT_TOKENS = 256_000
_SENT = re.compile(r"^\[(\d+)\] ", re.MULTILINE)


def summary_prompt(document: Document, lang: str) -> str:
    """The first request that carries the whole paper, as the pipeline sends it."""
    model = ScriptedModel(
        lambda content, _: pretended(content),
        lambda content, _: answer({"messages": [{"role": "user", "content": content}]}),
        CONTEXT_TOKENS,
    )
    run = Run(Target(file=Path("paper.pdf")), lang=lang, model=model)
    run.readings.put(run.paper, document)
    run.card()
    return "\n".join(message.content for message in model.sent["summary"][0])


def share_sent(document: Document, prompt: str) -> float:
    """Words on the pages that stand in the prompt, of all but those of references and boilerplate.

    Words that the reader of the PDF put into no passage count as lost.
    """
    sent = {int(number) for number in _SENT.findall(prompt)}
    kinds = {passage.n: passage.kind for passage in document.passages}
    wanted = [n for n in document.words.passage if kinds.get(n) not in ("reference", "boilerplate")]
    return sum(n in sent for n in wanted) / len(wanted)


def shared_prefix(first: str, second: str) -> float:
    """Share of the second prompt's tokens that stand in a prefix which both have, byte for byte."""
    length = next((i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), len(second))
    return estimate_tokens(second[:length]) / estimate_tokens(second)


@bench("gloss")
def prompts(recorder: Recorder) -> None:
    """The shared PDFs with a context that holds them; German after Chinese as the second request."""
    shares: dict[str, float] = {}
    prefixes: dict[str, float] = {}
    for path in sorted((data_dir() / "pdfs").glob("*.pdf")):
        document = read(path)
        if not document.words.text:
            continue
        prompt = summary_prompt(document, "zh-CN")
        shares[path.name] = share_sent(document, prompt)
        prefixes[path.name] = shared_prefix(prompt, summary_prompt(document, "de"))
    recorder.figure(
        "gloss.paper_tokens.share", statistics.median(shares.values()), ">=", 0.97,
        least=min(shares.values()), papers=len(shares), by_paper=shares,
    )  # fmt: skip
    recorder.figure(
        "gloss.shared_prefix.share", statistics.median(prefixes.values()), ">=", 0.90,
        least=min(prefixes.values()), papers=len(prefixes), by_paper=prefixes,
    )  # fmt: skip
