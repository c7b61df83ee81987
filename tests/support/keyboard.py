"""What the Tab key reaches on a page."""

from __future__ import annotations

from playwright.sync_api import Frame, Page

_TABBABLE = """() => {
    const wanted = "a[href], button, input, select, textarea, summary, [tabindex], iframe";
    const reachable = [...document.querySelectorAll(wanted)].filter(
        (element) =>
            element.tabIndex >= 0 &&
            !element.disabled &&
            !element.closest("[inert]") &&
            !(element.type === "radio" && !element.checked) &&
            element.checkVisibility({ visibilityProperty: true }),
    );
    reachable.forEach((element, number) => { element.dataset.tabbable = String(number); });
    return reachable.map((element) => element.outerHTML.slice(0, 160));
}"""

_FOCUSED = """() => {
    const element = document.activeElement;
    const { outlineStyle, boxShadow } = getComputedStyle(element);
    const seen = outlineStyle !== "none" || boxShadow !== "none";
    return [element.dataset.tabbable ?? "", seen];
}"""


def unreached(page: Page) -> list[str]:
    """What Tab should reach and does not, or reaches without showing it."""
    tabbable: list[str] = page.evaluate(_TABBABLE)
    page.evaluate("() => document.activeElement?.blur()")
    seen = set()
    for _ in range(len(tabbable) + 10):
        page.keyboard.press("Tab")
        number, shown = page.evaluate(_FOCUSED)
        if shown:
            seen.add(number)
    return [html for number, html in enumerate(tabbable) if str(number) not in seen]


def overflow(frame: Page | Frame) -> int:
    """How many pixels a page is wider than its window."""
    return int(frame.evaluate("() => Math.max(0, document.documentElement.scrollWidth - innerWidth)"))
