"""Who may talk to the backend."""

from __future__ import annotations

from papergloss.errors.base import PaperGlossError


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
