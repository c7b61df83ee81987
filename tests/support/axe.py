"""axe-core in a page of the extension, whose policy allows no scripts but its own."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Frame, Page

from support.browser import ROOT
from support.two_browsers import Tab

AXE = ROOT / "node_modules/axe-core/axe.min.js"


def violations(frame: Frame | Page, within: str = ":root") -> list[str]:
    """Each rule that is broken, with the first places where it is. `within` is a selector."""
    frame.evaluate(AXE.read_text("utf-8"))
    return _told(frame.evaluate("(within) => axe.run(within).then((result) => result.violations)", within))


def load_axe(tab: Tab) -> None:
    """Makes axe-core known to a page of either browser."""
    tab.run(f"{AXE.read_text('utf-8')}; true")


def violations_in(tab: Tab) -> list[str]:
    """The same for a page of either browser that knows axe-core."""
    return _told(json.loads(tab.run("axe.run().then((result) => JSON.stringify(result.violations))")))


def _told(found: list[dict[str, Any]]) -> list[str]:
    return [
        f"{item['id']}: {item['help']}: "
        + "; ".join(f"{node['target']} {node['failureSummary']}" for node in item["nodes"][:3])
        for item in found
    ]
