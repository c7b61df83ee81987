"""Every error that PaperGloss raises on purpose, as one tree.

Each class is one kind of problem document (RFC 9457): `type` is a stable slug that the panel
translates, `status` the HTTP status, `detail` says what happened, `hint` what to do next. No text
here ever carries a key, a token or the caller's raw input.

PaperGlossError
├── BadInput                    what was asked cannot be answered as asked
│   ├── BadIdentifier           not an arXiv id, URL or PDF file
│   ├── ConsentNeeded           the reader has not yet seen which provider gets the text
│   └── Conflict                it was changed elsewhere meanwhile
├── NotFound                    no such job, card, figure or passage
├── AccessRefused               who may talk to the backend
│   ├── NotPaired               no token, or one that is not known
│   ├── HostRefused             unknown Host header (DNS rebinding)
│   ├── OriginRefused           the token belongs to another origin
│   └── PairingExpired          the one-time secret is used up, old or wrong
├── ArxivError
│   ├── PaperNotFound           arXiv knows no such id or version
│   ├── PaperWithdrawn          withdrawn: there is no PDF to read
│   ├── NoPdf                   arXiv has the paper but no PDF of it
│   ├── ArxivBusy               429 or 503 after the allowed waits
│   ├── ArxivUnreachable        DNS, connection, TLS, time-out
│   ├── ArxivRefused            403, 406 and other refusals
│   └── ArxivAnswerUnusable     an answer that is not what its address promises
├── PdfError
│   ├── NotAPdf                 empty, HTML, or another type of file
│   ├── PdfEncrypted            a password is needed
│   ├── PdfTooLarge             over a cap (bytes)
│   ├── PdfUnreadable           PyMuPDF can make nothing of it
│   └── ReaderDied              the reading process hit its time, CPU or memory limit, or crashed
├── ModelError
│   ├── NoEngine                the asked engine is not configured
│   ├── ModelNotFetched         a local model's file did not come, or another one came
│   ├── KeyRejected             401
│   ├── QuotaExhausted          402, insufficient quota
│   ├── CapReached              the call could exceed the month's cap that the user set
│   ├── ProviderRefused         403 and other 4xx
│   ├── ModelNotFound           404 for the model
│   ├── ContextExceeded         the request does not fit the model's context
│   ├── ProviderBusy            429 after the allowed waits
│   ├── ProviderDown            5xx, connection refused, DNS, TLS
│   ├── StreamStalled           no token for the allowed time
│   ├── StreamBroken            cut, silent end, broken chunk, error chunk, HTML instead of JSON
│   ├── AnswerCut               finish_reason `length`
│   ├── AnswerFiltered          finish_reason `content_filter`, or a refusal
│   └── AnswerUnusable          empty, looping, a placeholder, not in the asked outline or language
├── StoreError                  the database cannot be read or written
│   └── StoreCorrupt            the database is damaged
└── Cancelled                   the reader cancelled the job
"""

from __future__ import annotations

from typing import Any, ClassVar


class PaperGlossError(Exception):
    """Base of the tree.

    Args:
        detail: one plain sentence that says what happened.
        hint: one plain sentence that says what to do next; empty takes the class's `default_hint`.
    """

    type: ClassVar[str] = "internal"
    title: ClassVar[str] = "Something went wrong in PaperGloss"
    status: ClassVar[int] = 500
    default_hint: ClassVar[str] = "Try again; if it happens again, run `papergloss doctor`."

    def __init__(self, detail: str = "", hint: str = "") -> None:
        self.detail = detail or self.title
        self.hint = hint or self.default_hint
        super().__init__(self.detail)


class BadInput(PaperGlossError):
    """What was asked cannot be answered as asked."""

    type = "bad-input"
    title = "The request is not valid"
    status = 422
    default_hint = "Check what was given; docs/commands.md and docs/configuration.md say what is possible."


class BadIdentifier(BadInput):
    """Not an arXiv id, URL or PDF file."""

    type = "bad-identifier"
    title = "Not an arXiv paper"
    status = 400
    default_hint = "Give an id such as 2503.20680 or hep-th/9901001, an arXiv address, or a PDF file."


class ConsentNeeded(BadInput):
    """The reader has not yet seen which provider gets the text."""

    type = "consent-needed"
    title = "Confirm the provider first"
    status = 409
    default_hint = "Open the panel and confirm which provider gets the paper's text."


class Conflict(BadInput):
    """It was changed elsewhere meanwhile; nothing was overwritten.

    Args:
        current: what is stored, as JSON would have it.
        yours: what was asked, likewise.
    """

    type = "conflict"
    title = "Changed elsewhere meanwhile"
    status = 409
    default_hint = "Look at both versions and save the one that is right."

    def __init__(self, current: dict[str, Any], yours: dict[str, Any]) -> None:
        self.current = current
        self.yours = yours
        super().__init__()


class NotFound(PaperGlossError):
    """No such job, card, figure or passage."""

    type = "not-found"
    title = "Not found"
    status = 404
    default_hint = "It may have been deleted; open the paper again."


class AccessRefused(PaperGlossError):
    """Who may talk to the backend."""

    type = "access-refused"
    title = "Access refused"
    status = 403
    default_hint = "Pair this browser: run `papergloss pair` and open the link that it prints."


class NotPaired(AccessRefused):
    """No token, or one that is not known."""

    type = "not-paired"
    title = "This browser is not paired"
    status = 401


class HostRefused(AccessRefused):
    """Unknown Host header (DNS rebinding)."""

    type = "host-refused"
    title = "Unknown host name"
    default_hint = "Use http://127.0.0.1 with the port that `papergloss serve` printed."


class OriginRefused(AccessRefused):
    """The token belongs to another origin."""

    type = "origin-refused"
    title = "This page may not talk to PaperGloss"


class PairingExpired(AccessRefused):
    """The one-time secret is used up, old or wrong."""

    type = "pairing-expired"
    title = "This pairing link is no longer valid"
    status = 410
    default_hint = "Run `papergloss pair` and open the new link within 10 minutes."


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


class PdfError(PaperGlossError):
    """The PDF could not be read."""

    type = "pdf"
    title = "The PDF could not be read"
    status = 422
    default_hint = "Open the PDF in a viewer to see whether it is damaged."


class NotAPdf(PdfError):
    """Empty, HTML, or another type of file."""

    type = "not-a-pdf"
    title = "This is not a PDF"


class PdfEncrypted(PdfError):
    """A password is needed."""

    type = "pdf-encrypted"
    title = "The PDF is locked with a password"
    default_hint = "Save an unlocked copy and use that."


class PdfTooLarge(PdfError):
    """Over a cap (bytes)."""

    type = "pdf-too-large"
    title = "The PDF is too large"
    status = 413
    default_hint = "Split the PDF and read it in parts."


class PdfUnreadable(PdfError):
    """PyMuPDF can make nothing of it."""

    type = "pdf-unreadable"
    title = "The PDF is damaged"


class ReaderDied(PdfError):
    """The reading process hit its time, CPU or memory limit, or crashed."""

    type = "reader-died"
    title = "Reading the PDF took too much time or memory"


class ModelError(PaperGlossError):
    """The model's provider did not give a usable answer."""

    type = "model"
    title = "The model did not answer as expected"
    status = 502


class NoEngine(ModelError):
    """The asked engine is not configured."""

    type = "no-engine"
    title = "No model is connected"
    status = 409
    default_hint = (
        "Choose a provider on the settings page, or start PaperGloss with OPENAI_API_KEY "
        "(and OPENAI_BASE_URL, PAPERGLOSS_MODEL)."
    )


class ModelNotFetched(ModelError):
    """A local model's file did not come, or another one came."""

    type = "model-not-fetched"
    title = "The local model could not be fetched"
    status = 502
    default_hint = "Run `papergloss model pull` again: it goes on where it stopped."


class KeyRejected(ModelError):
    """401."""

    type = "key-rejected"
    title = "The provider rejected the key"
    default_hint = "Check the key on the settings page (or OPENAI_API_KEY): does it belong to this provider?"


class QuotaExhausted(ModelError):
    """402, insufficient quota."""

    type = "quota-exhausted"
    title = "The provider's quota is used up"
    default_hint = "Top up the account at the provider, or choose another model."


class CapReached(ModelError):
    """The call could exceed the month's cap that the user set; it was not made."""

    type = "cap-reached"
    title = "The monthly cap is reached"
    status = 409
    default_hint = "Raise the cap (`papergloss usage --cap`), wait for the next month, or use a free model."


class ProviderRefused(ModelError):
    """403 and other 4xx."""

    type = "provider-refused"
    title = "The provider refused the request"


class ModelNotFound(ModelError):
    """404 for the model."""

    type = "model-not-found"
    title = "The provider has no such model"
    default_hint = "Choose another model on the settings page (or check PAPERGLOSS_MODEL)."


class ContextExceeded(ModelError):
    """The request does not fit the model's context."""

    type = "context-exceeded"
    title = "The paper does not fit this model"
    default_hint = "Choose a model with a longer context."


class ProviderBusy(ModelError):
    """429 after the allowed waits."""

    type = "provider-busy"
    title = "The provider is busy"
    status = 503
    default_hint = "Wait a minute and try again."


class ProviderDown(ModelError):
    """5xx, connection refused, DNS, TLS."""

    type = "provider-down"
    title = "The provider cannot be reached"
    status = 503
    default_hint = (
        "Check the network and the address on the settings page (or OPENAI_BASE_URL); "
        "without a model, key sentences still work."
    )


class StreamStalled(ModelError):
    """No token for the allowed time."""

    type = "stream-stalled"
    title = "The model stopped answering"
    status = 504
    default_hint = "Try this part again."


class StreamBroken(ModelError):
    """Cut, silent end, broken chunk, error chunk, HTML instead of JSON."""

    type = "stream-broken"
    title = "The model's answer broke off"
    default_hint = "Try this part again."


class AnswerCut(ModelError):
    """finish_reason `length`."""

    type = "answer-cut"
    title = "The model's answer was cut off at its length limit"
    default_hint = "Choose a model with a longer output limit."


class AnswerFiltered(ModelError):
    """finish_reason `content_filter`, or a refusal."""

    type = "answer-filtered"
    title = "The provider declined to answer"
    default_hint = "Choose another model for this paper."


class AnswerUnusable(ModelError):
    """Empty, looping, a placeholder, not in the asked outline or language."""

    type = "answer-unusable"
    title = "The model's answer could not be used"
    default_hint = "Try this part again or choose a stronger model."


class StoreError(PaperGlossError):
    """The database cannot be read or written."""

    type = "store"
    title = "The library cannot be read or written"
    default_hint = "Run `papergloss doctor`."


class StoreCorrupt(StoreError):
    """The database is damaged."""

    type = "store-corrupt"
    title = "The library's database is damaged"
    default_hint = "Run `papergloss restore --latest`: it puts the newest good backup in its place."


class Cancelled(PaperGlossError):
    """The reader cancelled the job."""

    type = "cancelled"
    title = "Cancelled"
    status = 409
    default_hint = "Press the button again to start over."
