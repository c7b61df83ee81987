"""Listening: where, and what is said when it cannot be."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from papergloss.config import Config
from papergloss.errors import BadInput
from papergloss.web.factory import bare_app
from papergloss.web.serve import listen, serve
from support.small_pipeline import SmallPipeline


@pytest.fixture
def taken() -> object:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_taken_port_is_named(home: Path, taken: int) -> None:
    config = Config(home=home, port=taken)
    with pytest.raises(BadInput, match=f"Port {taken} is already in use") as caught:
        serve(config, lambda *_: None, SmallPipeline())
    assert "PAPERGLOSS_PORT" in caught.value.hint
    assert not list((home / "runners").glob("*.lock")), "what was opened is closed again"


def test_an_address_of_another_machine_is_refused(home: Path) -> None:
    with pytest.raises(BadInput, match=r"cannot listen on 192\.0\.2\.1"):
        listen(Config(home=home, host="192.0.2.1"), bare_app())


def test_it_listens_on_loopback_unless_told_otherwise() -> None:
    assert Config().host == "127.0.0.1"
