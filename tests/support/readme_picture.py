"""Takes the README's picture: `PYTHONPATH=tests python -m support.readme_picture docs/panel.png`.

Needs PAPERGLOSS_DATA and Chromium. The page, the paper, the panel and the checks are real; the model is a
local server that gives an answer written by hand, because a picture should read well.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

from playwright.sync_api import expect

from support.model_server import Request
from support.panel_page import PATIENCE
from support.screenshots import studio

PAPER = "1706.03762"
SIZE = {"width": 1360, "height": 1010}
SAID = tomllib.loads((Path(__file__).parents[1] / "fixtures" / "attention.zh.toml").read_text("utf-8"))


def answer(request: Request) -> str:
    """The captions, the translation, or the outline with each statement's passage looked up in the prompt."""
    if "<<<CAPTIONS" in request.prompt:
        return "\n".join(f"[{number}] {text}" for number, text in enumerate(SAID["captions"], 1))
    if "TAKEAWAYS" not in request.prompt:
        return "\n".join(f"[{number}] {text}" for number, text in enumerate(SAID["translation"]))
    passages = re.findall(r"^\[(\d+)\] (.+)$", request.prompt, re.MULTILINE)

    def line(claim: dict[str, str]) -> str:
        number = next(number for number, passage in passages if _bare(claim["cites"]) in _bare(passage))
        return f"- {claim['role']}: {claim['text']} [{number}]"

    summary, takeaways = (map(line, SAID[part]) for part in ("summary", "takeaways"))
    return "\n".join(["SUMMARY", *summary, "TAKEAWAYS", *takeaways])


def _bare(text: str) -> str:
    """The letters and figures: formulas are set in one way or another."""
    return re.sub(r"[^a-z0-9]", "", text.lower())


def main(out: Path) -> None:
    """Glosses the paper and takes the picture with one passage opened."""
    with studio(out.parent, answer, lang="zh-CN") as place:
        panel = place.reader.open(PAPER)
        expect(panel.takeaways).to_have_count(len(SAID["takeaways"]), timeout=PATIENCE)
        expect(panel.frame.locator(".caret")).to_have_count(0, timeout=PATIENCE)
        panel.page.close()
        panel = place.reader.open(PAPER)
        panel.summary.locator("button.cite").first.click()
        expect(panel.quotes.first).to_be_visible()
        panel.page.mouse.move(0, 0)
        place.shoot(panel.page, out.stem, SIZE)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
