"""The benchmark harness tells a reached goal from a missed one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench import harness


def record(recorder: harness.Recorder) -> None:
    recorder.figure("web.fast", 0.5, "<=", 1, ours=1, reference=2)
    recorder.figure("web.slow", 2, "<=", 1)


def absent(recorder: harness.Recorder) -> None:
    raise harness.Absent("no such thing here")


def test_a_figure_is_one_line_with_its_verdict(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    harness.run_all([harness.Bench("web.record", "web", record)], "", tmp_path / "bench.json")
    assert capsys.readouterr().out.splitlines() == [
        "bench web.fast 0.5 goal <= 1 ok (ours 1, reference 2)",
        "bench web.slow 2 goal <= 1 short",
    ]
    rows = json.loads((tmp_path / "bench.json").read_text())
    assert [(row["name"], row["ok"]) for row in rows] == [("web.fast", True), ("web.slow", False)]
    assert rows[0]["reference"] == 2


def test_only_runs_what_is_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    benches = [harness.Bench("web.record", "web", record)]
    harness.run_all(benches, "pdf", tmp_path / "bench.json")
    assert capsys.readouterr().out == ""
    harness.run_all(benches, "web", tmp_path / "bench.json")
    assert "web.fast" in capsys.readouterr().out


def test_what_is_absent_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    harness.run_all([harness.Bench("pdf.absent", "pdf", absent)], "", tmp_path / "bench.json")
    assert capsys.readouterr().out == "bench pdf.absent left out: no such thing here\n"


def test_a_name_outside_its_area_is_refused() -> None:
    with pytest.raises(ValueError, match="does not begin"):
        harness.Recorder("web").figure("pdf.read", 1, "<=", 2)
