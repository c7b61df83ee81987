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

from papergloss.errors.access import AccessRefused, HostRefused, NotPaired, OriginRefused, PairingExpired
from papergloss.errors.arxiv import (
    ArxivAnswerUnusable,
    ArxivBusy,
    ArxivError,
    ArxivRefused,
    ArxivUnreachable,
    NoPdf,
    PaperNotFound,
    PaperWithdrawn,
)
from papergloss.errors.asking import BadIdentifier, BadInput, Cancelled, Conflict, ConsentNeeded, NotFound
from papergloss.errors.base import PaperGlossError
from papergloss.errors.model import (
    AnswerCut,
    AnswerFiltered,
    AnswerUnusable,
    CapReached,
    ContextExceeded,
    KeyRejected,
    ModelError,
    ModelNotFetched,
    ModelNotFound,
    NoEngine,
    ProviderBusy,
    ProviderDown,
    ProviderRefused,
    QuotaExhausted,
    StreamBroken,
    StreamStalled,
)
from papergloss.errors.pdf import NotAPdf, PdfEncrypted, PdfError, PdfTooLarge, PdfUnreadable, ReaderDied
from papergloss.errors.store import StoreCorrupt, StoreError

__all__ = [
    "AccessRefused",
    "AnswerCut",
    "AnswerFiltered",
    "AnswerUnusable",
    "ArxivAnswerUnusable",
    "ArxivBusy",
    "ArxivError",
    "ArxivRefused",
    "ArxivUnreachable",
    "BadIdentifier",
    "BadInput",
    "Cancelled",
    "CapReached",
    "Conflict",
    "ConsentNeeded",
    "ContextExceeded",
    "HostRefused",
    "KeyRejected",
    "ModelError",
    "ModelNotFetched",
    "ModelNotFound",
    "NoEngine",
    "NoPdf",
    "NotAPdf",
    "NotFound",
    "NotPaired",
    "OriginRefused",
    "PairingExpired",
    "PaperGlossError",
    "PaperNotFound",
    "PaperWithdrawn",
    "PdfEncrypted",
    "PdfError",
    "PdfTooLarge",
    "PdfUnreadable",
    "ProviderBusy",
    "ProviderDown",
    "ProviderRefused",
    "QuotaExhausted",
    "ReaderDied",
    "StoreCorrupt",
    "StoreError",
    "StreamBroken",
    "StreamStalled",
]
