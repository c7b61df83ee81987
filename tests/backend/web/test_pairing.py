"""Pairing: the page, the one-time secret, who may use it and how often."""

from __future__ import annotations

from pathlib import Path

import pytest

from papergloss.config import Config
from papergloss.jobs.assembly import assemble
from papergloss.store.database import Database
from support.backend import ORIGIN, Client, served
from support.small_pipeline import SmallPipeline


def pair(client: Client, secret: str, origin: str | None = ORIGIN) -> object:
    headers = {} if origin is None else {"Origin": origin}
    return client.http.post(f"{client.base}/pair", json={"secret": secret}, headers=headers)


def test_a_secret_from_another_process_works_once(home: Path) -> None:
    with served(home, SmallPipeline()) as client:
        other = assemble(Config(home=home, port=client.port))
        link = other.pairing_link()
        other.close()
        page, _, secret = link.partition("#")
        assert page == f"http://127.0.0.1:{client.port}/pair"
        assert len(secret) >= 128 / 6

        first = pair(client, secret)
        assert first.status_code == 200
        assert first.json()["token"] != client.token
        second = pair(client, secret)
        assert (second.status_code, second.json()["type"]) == (410, "pairing-expired")
        assert client.call("GET", "/status").status_code == 200, "who was paired before still is"


@pytest.mark.parametrize(
    "origin",
    [None, "null", "https://arxiv.org", "http://127.0.0.1", "chrome-extension://", "moz-extension://a/b"],
)
def test_only_extensions_can_be_paired(home: Path, origin: str | None) -> None:
    with served(home, SmallPipeline()) as client:
        other = assemble(Config(home=home))
        secret = other.pairing.new_secret()
        other.close()
        refused = pair(client, secret, origin)
        assert (refused.status_code, refused.json()["type"]) == (403, "origin-refused")
        assert pair(client, secret).status_code == 200, "a refused try does not use the secret up"


def test_an_old_secret_is_refused(home: Path) -> None:
    with served(home, SmallPipeline()) as client:
        other = assemble(Config(home=home))
        secret = other.pairing.new_secret()
        other.close()
        database = Database(Config(home=home).database)
        with database.write() as connection:
            connection.exec_driver_sql("UPDATE pairings SET expires_at = '2020-01-01 00:00:00.000000'")
        database.close()
        assert pair(client, secret).status_code == 410


def test_guessing_is_slowed_down(home: Path) -> None:
    with served(home, SmallPipeline()) as client:
        answers = [pair(client, f"guess-{n}") for n in range(12)]
        assert [answer.status_code for answer in answers[:9]] == [410] * 9
        assert (answers[-1].status_code, answers[-1].json()["type"]) == (429, "too-many-requests")
        assert int(answers[-1].headers["retry-after"]) > 0
        assert "guess" not in answers[0].text


def test_secrets_and_tokens_are_stored_as_hashes_only(home: Path) -> None:
    with served(home, SmallPipeline()) as client:
        other = assemble(Config(home=home))
        secret = other.pairing.new_secret()
        other.close()
        files = [path.read_bytes() for path in home.glob("papergloss.sqlite3*")]
        assert not any(text.encode() in body for body in files for text in (secret, client.token))


def test_a_removed_client_is_out(home: Path) -> None:
    with served(home, SmallPipeline()) as client:
        other = assemble(Config(home=home))
        (known,) = other.pairing.clients()
        assert known.origin == ORIGIN
        assert other.pairing.remove(known.id)
        other.close()
        assert client.call("GET", "/status").status_code == 401


def test_the_page_holds_the_mark_both_languages_and_no_script(home: Path) -> None:
    with served(home, SmallPipeline()) as client:
        answer = client.http.get(f"http://127.0.0.1:{client.port}/pair")
    assert answer.status_code == 200
    assert '<meta name="papergloss-pair" content="1">' in answer.text
    assert "papergloss pair" in answer.text
    assert "连接" in answer.text
    assert "<script" not in answer.text
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["cache-control"] == "no-store"


VISIT = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document", "Sec-Fetch-Site": "none"}


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({}, 200),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Mode": "no-cors"}, 403),
        ({"Sec-Fetch-Mode": "cors"}, 403),
        ({"Sec-Fetch-Dest": "iframe"}, 403),
        ({"Sec-Fetch-Dest": "empty"}, 403),
    ],
)
def test_the_page_is_for_who_opened_the_link(home: Path, changed: dict[str, str], status: int) -> None:
    with served(home, SmallPipeline()) as client:
        answer = client.http.get(f"http://127.0.0.1:{client.port}/pair", headers={**VISIT, **changed})
    assert answer.status_code == status
