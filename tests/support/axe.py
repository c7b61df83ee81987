"""axe-core in a page of the extension, whose policy allows no scripts but its own."""

from __future__ import annotations

from playwright.sync_api import Frame, Page

from support.browser import ROOT

AXE = ROOT / "node_modules/axe-core/axe.min.js"


def violations(frame: Frame | Page, within: str = ":root") -> list[str]:
    """Each rule that is broken, with the first places where it is. `within` is a selector."""
    frame.evaluate(AXE.read_text("utf-8"))
    found = frame.evaluate("(within) => axe.run(within).then((result) => result.violations)", within)
    return [
        f"{item['id']}: {item['help']}: "
        + "; ".join(f"{node['target']} {node['failureSummary']}" for node in item["nodes"][:3])
        for item in found
    ]
