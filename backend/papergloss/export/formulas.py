"""Formulas for pages without scripts: MathML, or their LaTeX where it cannot be that safely.

latex2mathml copies what stands in `\\text{…}` and in links unescaped: only its elements that draw
formulas, with attributes that only draw, pass.
"""

from __future__ import annotations

import re
from functools import lru_cache
from xml.etree.ElementTree import Element, tostring

from defusedxml.ElementTree import fromstring
from latex2mathml.converter import convert
from markupsafe import Markup, escape

from papergloss.export.tex import acts

LONGEST = 2000
"""Characters of LaTeX; a formula of a paper that is longer is a page of them."""

_FORMULA = re.compile(
    r"\$\$(?P<display>[^$]+?)\$\$|(?<![\\$])\$(?!\s)(?P<inline>[^$\n]+?)(?<![\s\\])\$(?!\d)"
)
_SAME = {"aligned": "align*", "split": "align*", "gathered": "gather*", "equation": "align*"}
_ENVIRONMENT = re.compile(r"\\(begin|end)\{(" + "|".join(_SAME) + r")\*?\}")
_SIGN_IN_TEXT = re.compile(r"\\text\{(\\(?:,|times))\}")
"""LaTeXML writes siunitx's spaces so."""
_NAMESPACE = "{http://www.w3.org/1998/Math/MathML}"
_ELEMENTS = re.compile(
    "math|mrow|m[ino]|mtext|mspace|mfrac|msqrt|mroot|msu[bp]|msubsup|munder|mover|munderover|mtable|mt[rd]"
    "|mpadded|mphantom|mstyle|menclose|mmultiscripts|mprescripts|none"
)
_ATTRIBUTES = re.compile(
    "display|mathvariant|stretchy|fence|form|separator|[lr]space|accent|accentunder|movablelimits|m(?:in|ax)size"
    "|symmetric|linethickness|width|height|depth|voffset|columnalign|(?:row|column)(?:spacing|lines|span)"
    "|displaystyle|scriptlevel|linebreak|notation"
)


def rich(text: str) -> Markup:
    """A sentence with its formulas; everything else in it is text."""
    parts: list[Markup] = []
    end = 0
    for found in _FORMULA.finditer(text):
        parts += (escape(text[end : found.start()]), formula(found["display"] or found["inline"]))
        end = found.end()
    return Markup("").join([*parts, escape(text[end:])])


@lru_cache(maxsize=4096)
def formula(tex: str, *, display: bool = False) -> Markup:
    """One formula as MathML; as its own LaTeX, marked as code, where that is not possible."""
    made = _math(tex, display) if len(tex) <= LONGEST and not acts(tex) else None
    return made if made is not None else Markup('<code class="tex">{}</code>').format(tex)


def _math(tex: str, display: bool) -> Markup | None:
    plain = _ENVIRONMENT.sub(lambda found: rf"\{found[1]}{{{_SAME[found[2]]}}}", tex)
    plain = plain.replace(r"\operatorname*", r"\operatorname")
    plain = _SIGN_IN_TEXT.sub(r"\1", plain)
    try:
        tree = fromstring(convert(plain, display="block" if display else "inline"))
    # The library has no error of its own for what it cannot read, and ends in any of them.
    except Exception:
        return None
    if not _only_draws(tree):
        return None
    for element in tree.iter():
        element.tag = element.tag.removeprefix(_NAMESPACE)
    return Markup(tostring(tree, encoding="unicode"))  # noqa: S704 (only what _only_draws lets through)


def _only_draws(tree: Element) -> bool:
    return all(
        _ELEMENTS.fullmatch(element.tag.removeprefix(_NAMESPACE))
        and all(_ATTRIBUTES.fullmatch(name) and ":" not in value for name, value in element.attrib.items())
        and not (element.text or "").startswith("\\")
        for element in tree.iter()
    )
