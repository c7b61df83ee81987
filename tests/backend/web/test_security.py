"""Who is refused. Every rule has a request that breaks it and nothing else."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.backend import ORIGIN, Client, served
from support.small_pipeline import SmallPipeline

OTHER = "chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba"
PAGE = "https://arxiv.org"
ROUTES = [
    ("GET", "/status"),
    ("PUT", "/consents"),
    ("POST", "/glosses"),
    ("POST", "/uploads"),
    ("GET", "/jobs"),
    ("GET", "/jobs/x"),
    ("DELETE", "/jobs/x"),
    ("GET", "/jobs/x/events"),
    ("POST", "/jobs/x/stages/summary/retry"),
    ("GET", "/cards"),
    ("GET", "/cards/x"),
    ("DELETE", "/cards/x"),
    ("GET", "/cards/x/markdown"),
    ("GET", "/cards/x/evidence/1.webp"),
    ("GET", "/papers/2503.20680v1/figures/figure-1.webp"),
    ("GET", "/../../openapi"),
    ("GET", "/no-such-route"),
]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with served(tmp_path_factory.mktemp("home"), SmallPipeline()) as made:
        yield made


def type_of(answer: object) -> str:
    assert answer.headers["content-type"] == "application/problem+json"  # type: ignore[attr-defined]
    return str(answer.json()["type"])  # type: ignore[attr-defined]


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_without_a_token_nothing_is_told(client: Client, method: str, path: str) -> None:
    answer = client.http.request(method, client.base + path)
    assert (answer.status_code, type_of(answer)) == (401, "not-paired")


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer x", "Basic {token}", "{token}", "Bearer {token}x"])
def test_a_wrong_token_is_refused(client: Client, header: str) -> None:
    headers = {"Authorization": header.format(token=client.token)}
    answer = client.http.get(f"{client.base}/status", headers=headers)
    assert (answer.status_code, type_of(answer)) == (401, "not-paired")


def test_health_needs_no_token_and_tells_only_the_version(client: Client) -> None:
    assert set(client.http.get(f"{client.base}/health").json()) == {"name", "version", "api"}


@pytest.mark.parametrize("path", ["/health", "/status"])
@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:{port}"],
)
def test_an_unknown_host_name_is_refused(client: Client, path: str, host: str) -> None:
    headers = {**client.headers, "Host": host.format(port=client.port)}
    answer = client.http.get(client.base + path, headers=headers)
    assert (answer.status_code, type_of(answer)) == (403, "host-refused")


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "[::1]:{port}"])
def test_our_own_names_are_known(client: Client, host: str) -> None:
    headers = {**client.headers, "Host": host.format(port=client.port)}
    assert client.http.get(f"{client.base}/status", headers=headers).status_code == 200


@pytest.mark.parametrize("origin", [OTHER, PAGE, "null", ORIGIN + "/", ORIGIN.upper(), "http://127.0.0.1"])
def test_a_token_works_from_its_own_origin_only(client: Client, origin: str) -> None:
    headers = {**client.headers, "Origin": origin}
    answer = client.http.get(f"{client.base}/status", headers=headers)
    assert (answer.status_code, type_of(answer)) == (403, "origin-refused")


def test_a_request_without_origin_needs_only_the_token(client: Client) -> None:
    headers = {"Authorization": client.headers["Authorization"]}
    assert client.http.get(f"{client.base}/status", headers=headers).status_code == 200


@pytest.mark.parametrize("origin", [PAGE, "null", "http://127.0.0.1:8765", "chrome-extension://a.b/c"])
def test_pages_get_no_cors(client: Client, origin: str) -> None:
    asked = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    preflight = client.http.options(f"{client.base}/glosses", headers=asked)
    assert (preflight.status_code, type_of(preflight)) == (403, "origin-refused")
    for answer in (preflight, client.http.get(f"{client.base}/health", headers=asked)):
        assert not [name for name in answer.headers if name.startswith("access-control-")]


@pytest.mark.parametrize("origin", [ORIGIN, "moz-extension://6a0f-11"])
def test_extensions_get_cors_for_themselves(client: Client, origin: str) -> None:
    asked = {
        "Origin": origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization, content-type",
    }
    answer = client.http.options(f"{client.base}/glosses", headers=asked)
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == origin
    assert "Origin" in answer.headers["vary"]
    assert "authorization" in answer.headers["access-control-allow-headers"].lower()
    assert "access-control-allow-credentials" not in answer.headers


def test_every_answer_carries_the_headers_and_no_cookie(client: Client) -> None:
    for path in ("/health", "/status", "/no-such-route", "/cards/x"):
        headers = client.call("GET", path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["cache-control"] == "no-store"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
        assert "set-cookie" not in headers
        assert "server" not in headers


def test_a_large_body_is_refused_before_it_is_read(client: Client) -> None:
    answer = client.call("POST", "/glosses", json={"paper": "x" * 70_000})
    assert (answer.status_code, type_of(answer)) == (413, "request-entity-too-large")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_only_json_is_taken(client: Client, kind: str) -> None:
    headers = {**client.headers, "Content-Type": kind}
    answer = client.http.post(f"{client.base}/glosses", content=b'{"paper":"2503.20680"}', headers=headers)
    assert (answer.status_code, type_of(answer)) == (415, "unsupported-media-type")


def test_the_wrong_method_is_told_which_is_right(client: Client) -> None:
    answer = client.call("PATCH", "/status")
    assert (answer.status_code, type_of(answer)) == (405, "method-not-allowed")
    assert "GET" in answer.headers["allow"]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/glosses", {"paper": "2503.20680", "sk-geheim": 1}),
        ("POST", "/glosses", {"paper": "2503.20680", "kind": "sk-geheim"}),
        ("POST", "/glosses", {"paper": "2503.20680", "lang": "sk-geheim"}),
        ("POST", "/glosses", {"paper": "sk-geheim"}),
        ("POST", "/glosses", ["sk-geheim"]),
        ("PUT", "/consents", {"provider": ["sk-geheim"]}),
        ("GET", "/jobs/sk-geheim", None),
        ("GET", "/cards?limit=sk-geheim", None),
        ("GET", "/cards?sk-geheim=1", None),
        ("GET", "/jobs/x/events?after=sk-geheim", None),
        ("POST", "/jobs/x/stages/sk-geheim/retry", None),
        ("GET", "/sk-geheim", None),
        ("GET", "/papers/2503.20680/figures/sk-geheim-1.webp", None),
    ],
)
def test_no_error_repeats_what_was_sent(client: Client, method: str, path: str, body: object) -> None:
    answer = client.call(method, path, json=body)
    assert 400 <= answer.status_code < 500
    type_of(answer)
    assert "geheim" not in answer.text.lower()


@pytest.mark.parametrize("content", [b"", b"{", b"null", b"\xff\xfe", b"[" * 30_000])
def test_what_is_not_json_is_a_problem(client: Client, content: bytes) -> None:
    headers = {**client.headers, "Content-Type": "application/json"}
    answer = client.http.post(f"{client.base}/glosses", content=content, headers=headers)
    assert (answer.status_code, type_of(answer)) == (422, "bad-input")


def test_the_log_has_one_line_a_request_without_secrets(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        client.call("GET", "/jobs/0123456789abcdef?key=sk-geheim")
        client.call("GET", "/sk-geheim%0Aforged")
    lines = [record.getMessage() for record in caplog.records if record.name == "papergloss.web"]
    assert [line.rsplit(" ", 2)[0] for line in lines] == ["GET /api/v1/jobs/<job_id> 404", "GET - 404"]
    ours = "\n".join(r.getMessage() for r in caplog.records if not r.name.startswith("http"))
    assert client.token not in ours
    assert "geheim" not in ours


def test_only_loopback_is_bound(client: Client) -> None:
    with socket.socket() as probe:
        probe.settimeout(2)
        assert probe.connect_ex(("127.0.0.2", client.port)) != 0, "bound to more than 127.0.0.1"


def test_a_fault_of_ours_shows_no_trace(home: Path, caplog: pytest.LogCaptureFixture) -> None:
    with served(home, SmallPipeline()) as one:
        (home / "config.toml").mkdir(parents=True)
        answer = one.call("GET", "/status")
    assert answer.status_code in {422, 500}
    type_of(answer)
    assert "Traceback" not in answer.text
    assert str(home) not in answer.json()["detail"]
