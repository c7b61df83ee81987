"""What events do to the sections of a deep read. Pure; the twin of `extension/panel/fold-deep.ts`."""

from __future__ import annotations

from collections.abc import Callable

from papergloss.gloss.explainer import DeepSection, Explainer


def with_section(deep: Explainer | None, section: DeepSection) -> Explainer:
    """The explainer with `section` in the place of the one with its name, or behind the others."""
    if deep is None or all(known.name != section.name for known in deep.sections):
        known = deep or Explainer(sections=[])
        return known.model_copy(update={"sections": [*known.sections, section]})
    return _changed(deep, section.name, lambda _: section)


def without_text(deep: Explainer | None, name: str) -> Explainer | None:
    """The explainer with one section as the outline left it."""
    if deep is None:
        return None
    return _changed(
        deep, name, lambda old: DeepSection(name=old.name, heading=old.heading, points=old.points)
    )


def drafted(deep: Explainer, name: str, text: str) -> Explainer:
    """The explainer with text appended to one section's draft."""
    return _changed(deep, name, lambda old: old.model_copy(update={"draft": old.draft + text}))


def _changed(deep: Explainer, name: str, change: Callable[[DeepSection], DeepSection]) -> Explainer:
    sections = [change(section) if section.name == name else section for section in deep.sections]
    return deep.model_copy(update={"sections": sections})
