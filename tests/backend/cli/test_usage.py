"""`papergloss usage`."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from papergloss.cli import app
from papergloss.config import Config
from papergloss.errors import BadInput
from papergloss.jobs.account import JobAccount
from papergloss.jobs.assembly import assemble
from papergloss.llm.providers import provider_for
from papergloss.llm.types import Usage
from papergloss.settings.provider import ProviderSettings
from papergloss.settings.usage import UsageBook
from papergloss.store.database import Database


def test_the_table_the_json_and_the_cap(home: Path) -> None:
    config = Config(home=home)
    assemble(config).close()
    database = Database(config.database)
    book = UsageBook(database, config, ProviderSettings(database, config))
    account = JobAccount(database, book, "a" * 32, database.write)
    provider = provider_for("https://api.deepseek.com", None, "deepseek-flash")
    call = account.open("summary", provider, Usage(2000, 0, 1000, estimated=True))
    account.close(call, Usage(2_000_000, 1_000_000, 100_000))
    database.close()

    run = CliRunner()
    shown = run.invoke(app, ["usage", "--cap", "5"])
    assert shown.exit_code == 0
    for text in ("api.deepseek.com", "deepseek-flash", "summary", "2,000,000", "1,000,000", "100,000"):
        assert text in shown.stdout.replace("\n", "")
    assert "the cap is 5" in shown.output
    report = json.loads(run.invoke(app, ["usage", "--json"]).stdout)
    assert report["cap"] == 5
    assert report["rows"][0]["cost"] == 0.3 + 0.006 + 0.12
    assert report["spent"] == report["rows"][0]["cost"]
    assert json.loads(run.invoke(app, ["usage", "--json", "--month", "1999-12"]).stdout)["rows"] == []
    assert "no cap is set" in run.invoke(app, ["usage", "--cap", "none"]).output
    for wrong in (["--cap", "much"], ["--cap", "-1"], ["--month", "November"]):
        assert isinstance(run.invoke(app, ["usage", *wrong]).exception, BadInput)
