"""TeX that does more than draw: it loads, runs, redefines or links."""

from __future__ import annotations

import re

_RUNS = re.compile(
    r"\\(?:[exg]?def|let|futurelet|(?:re)?new(?:command|environment|if|toks|count|read|write)|providecommand"
    r"|DeclareMathOperator|DeclareRobustCommand|(?:cat|lc|uc|math)code|csname|endcsname|expandafter|scantokens"
    r"|input|include(?:graphics|only|pdf)?|InputIfFileExists|IfFileExists|open(?:in|out)|read(?:line)?|write"
    r"|immediate|special|every[a-z]+|(?:direct|late)lua|lua(?:exec|direct)|ShellEscape|usepackage|RequirePackage"
    r"|documentclass|verbatiminput|lstinputlisting|graphicspath|bibliography|addbibresource|loop|pdf[a-z]+"
    r"|href|begin\s*\{\s*filecontents)(?![A-Za-z])|\^\^"
)
r"""What LaTeX obeys beyond its text; `^^5c` is a backslash too, `\href{run:…}` starts programs."""
_LINKS = re.compile(r"\\(?:url|html[A-Za-z]*|class|cssId|style|data|require|mmlToken|bbox)(?![A-Za-z])")
"""What MathJax and KaTeX, asked to trust it, make addresses, attributes and code of."""


def runs(tex: str) -> bool:
    """Whether LaTeX would do more with this than set it."""
    return _RUNS.search(tex) is not None


def acts(tex: str) -> bool:
    """Whether LaTeX, or what sets formulas in browsers and notebooks, would."""
    return runs(tex) or _LINKS.search(tex) is not None
