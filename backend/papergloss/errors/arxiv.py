"""What goes wrong with arXiv."""

from __future__ import annotations

from papergloss.errors.base import PaperGlossError


class ArxivError(PaperGlossError):
    """arXiv did not give what was asked."""

    type = "arxiv"
    title = "arXiv did not answer as expected"
    status = 502


class PaperNotFound(ArxivError):
    """arXiv knows no such id or version."""

    type = "paper-not-found"
    title = "arXiv knows no such paper"
    status = 404
    default_hint = "Check the id and its version."


class PaperWithdrawn(ArxivError):
    """Withdrawn: there is no PDF to read."""

    type = "paper-withdrawn"
    title = "This paper was withdrawn"
    status = 404
    default_hint = "An earlier version may still be readable: add v1 to the id."


class NoPdf(ArxivError):
    """arXiv has the paper but no PDF of it."""

    type = "no-pdf"
    title = "arXiv has no PDF of this paper"
    status = 404
    default_hint = "The card is made from the abstract alone."


class ArxivBusy(ArxivError):
    """429 or 503 after the allowed waits."""

    type = "arxiv-busy"
    title = "arXiv is busy"
    status = 503
    default_hint = "Wait a few minutes and try again."


class ArxivUnreachable(ArxivError):
    """DNS, connection, TLS, time-out."""

    type = "arxiv-unreachable"
    title = "arXiv cannot be reached"
    status = 503
    default_hint = "Check the network; papers already fetched and local PDFs still work."


class ArxivRefused(ArxivError):
    """403, 406 and other refusals."""

    type = "arxiv-refused"
    title = "arXiv refused the request"
    default_hint = "arXiv may be blocking this network; open the page in the browser to see."


class ArxivAnswerUnusable(ArxivError):
    """An answer that is not what its address promises."""

    type = "arxiv-answer-unusable"
    title = "arXiv's answer could not be used"
