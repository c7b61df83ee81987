"""Files that are no readable PDF, each told apart; limits that end the reader."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pymupdf
import pytest

from papergloss.errors import NotAPdf, PdfEncrypted, PdfError, PdfTooLarge, PdfUnreadable, ReaderDied
from papergloss.pdf import isolation, reader, render
from papergloss.pdf.limits import DEFAULT
from support import bombs, pdfs


def locked() -> bytes:
    pdf = pdfs.blank()
    return bytes(pdf.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="secret", owner_pw="owner"))


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", NotAPdf),
        (b"<!DOCTYPE html><html><body>captcha</body></html>", NotAPdf),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, NotAPdf),
        (b"%PDF-1.7\n", PdfUnreadable),
        (b"%PDF-1.4\n" + b"garbage " * 500, PdfUnreadable),
    ],
)
def test_files_that_are_no_pdf(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        reader.read(data)


def test_a_password_is_told_apart() -> None:
    with pytest.raises(PdfEncrypted):
        reader.read(locked())


def test_an_owner_password_alone_locks_nothing() -> None:
    pdf = pymupdf.open(stream=pdfs.paper())
    data = bytes(pdf.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, owner_pw="owner"))
    assert reader.read(data).title == "Reading Papers in the Margin"


def test_too_many_bytes() -> None:
    with pytest.raises(PdfTooLarge):
        reader.read(pdfs.paper(), replace(DEFAULT, file_bytes=1000))


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(NotAPdf):
        reader.read(tmp_path / "none.pdf")


def test_a_truncated_file_is_marked_partial() -> None:
    data = pdfs.paper()
    document = reader.read(data[: int(len(data) * 0.9)])
    assert "partial_pdf" in [note.kind for note in document.notes]


def test_the_page_cap_is_told() -> None:
    document = reader.read(pdfs.paper(), replace(DEFAULT, pages=2))
    assert (document.page_count, len(document.pages)) == (3, 2)
    assert [note.kind for note in document.notes] == ["page_cap"]


def test_a_file_that_takes_too_long_ends_with_a_clear_error() -> None:
    with pytest.raises(ReaderDied):
        reader.read(bombs.laughs(), replace(DEFAULT, wall_seconds=1))


def test_the_next_file_is_read_after_a_death() -> None:
    with pytest.raises(ReaderDied):
        reader.read(bombs.laughs(), replace(DEFAULT, cpu_seconds=1))
    assert reader.read(pdfs.paper()).page_count == 3


@pytest.mark.parametrize(
    "data",
    [
        bombs.many_segments(2_000_000),
        bombs.self_recursive(),
        bombs.deflated_twice(),
        bombs.endless_kids(),
        bombs.huge_page(),
    ],
    ids=["segments", "recursive", "deflated", "kids", "page"],
)
def test_a_bomb_ends_in_a_document_or_in_an_error_of_ours(data: bytes) -> None:
    try:
        document = reader.read(data, replace(DEFAULT, wall_seconds=20))
    except PdfError:
        return
    assert document.words.text == ()


def test_spawned_and_forked_children_read_the_same() -> None:
    data = pdfs.paper()
    assert reader.read(data, start="spawn") == reader.read(data, start="fork")


def test_pictures_are_webp_within_the_pixel_cap() -> None:
    data = pdfs.paper()
    figure = reader.read(data).figures[0]
    picture = render.figure(data, figure)
    assert picture.webp[8:12] == b"WEBP"
    assert picture.width == pytest.approx((figure.rect[2] - figure.rect[0]) * 150 / 72, abs=2)
    small = render.figure(data, figure, 600, replace(DEFAULT, picture_pixels=10_000))
    assert small.width * small.height <= 11_000


def test_text_survives_a_page_that_cannot_be_drawn() -> None:
    words = b"A line of text that stands over a drawing without end and can still be read aloud"
    document = reader.read(bombs.endless_pattern(words), replace(DEFAULT, wall_seconds=3))
    assert "reader_died" in [note.kind for note in document.notes]
    assert "drawing without end" in document.passages[0].text
    assert "White" not in document.words.text


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_a_page_that_ends_the_reader_is_left_out(start: isolation.Start) -> None:
    texts = (b"The first page is read", b"The second page kills", b"The third page is read too")
    limits = replace(DEFAULT, page_seconds=1, wall_seconds=30)
    document = reader.read(bombs.one_page_of_laughs(texts, 1), limits, start=start)
    assert {"first", "third"} <= set(document.words.text)
    assert "kills" not in document.words.text
    assert ("partial_pdf", 2) in [(note.kind, note.page) for note in document.notes]


def test_a_picture_that_cannot_be_drawn_ends_with_a_clear_error() -> None:
    with pytest.raises(ReaderDied):
        render.passage(
            bombs.endless_pattern(b"text"), 1, [(60, 300, 400, 312)], limits=replace(DEFAULT, wall_seconds=2)
        )


def test_sixteen_threads_read_at_once() -> None:
    data = pdfs.paper()
    with ThreadPoolExecutor(16) as pool:
        documents = list(pool.map(lambda _: reader.read(data), range(16)))
    assert all(document == documents[0] for document in documents)


def test_the_child_sees_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "not-to-be-passed-on")
    assert "OPENAI_API_KEY" not in isolation.environment()
