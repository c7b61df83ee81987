"""Reading PDFs that the tests make themselves."""

from __future__ import annotations

from itertools import pairwise

import pytest

from papergloss.pdf import reader
from papergloss.pdf.document import Document
from papergloss.pdf.locate import WordIndex
from support import pdfs


@pytest.fixture(scope="module")
def document() -> Document:
    return reader.read(pdfs.paper())


def test_title_and_authors_are_the_printed_ones(document: Document) -> None:
    assert document.title == "Reading Papers in the Margin"
    assert document.authors == ("Ada Lovelace", "Alan Turing")


def test_columns_are_read_one_after_the_other(document: Document) -> None:
    texts = [passage.text for passage in document.passages if passage.kind == "body"]
    left = next(i for i, text in enumerate(texts) if "left column" in text)
    right = next(i for i, text in enumerate(texts) if "right column" in text)
    assert left <= right
    assert all("left column" not in text or "Journal" not in text for text in texts)


def test_sections_have_numbers_titles_and_roles(document: Document) -> None:
    assert [(section.number, section.title, section.role) for section in document.sections] == [
        (None, "Abstract", "abstract"),
        ("1", "Introduction", "body"),
        ("2", "Method", "body"),
        ("3", "Conclusion", "body"),
        (None, "References", "references"),
    ]


def test_page_numbers_are_in_no_passage(document: Document) -> None:
    assert not any(passage.text.strip() in {"1", "2", "3"} for passage in document.passages)


def test_each_reference_is_a_passage(document: Document) -> None:
    references = [passage.text for passage in document.passages if passage.kind == "reference"]
    assert len(references) == 5
    assert references[4].startswith("[5] A. Author")


def test_the_footnote_is_out_of_the_flow(document: Document) -> None:
    assert [passage.text for passage in document.passages if passage.kind == "footnote"] == [
        "1 The code is at https://example.org/code."
    ]


def test_the_tables_rows_are_one_passage(document: Document) -> None:
    tables = [passage.text for passage in document.passages if passage.kind == "table"]
    assert tables == ["Method Accuracy\nBaseline 71.2\nOurs 93.4"]


def test_figures_have_captions_and_regions_with_all_their_ink(document: Document) -> None:
    figure, table = document.figures
    assert (figure.kind, figure.number, figure.page) == ("figure", "1", 2)
    assert figure.caption == "Figure 1: The loss falls with the number of epochs."
    assert figure.rect == pytest.approx((77, 67, 273, 203), abs=4)
    assert (table.kind, table.number) == ("table", "1")
    assert table.rect == pytest.approx((327, 87, 523, 153), abs=4)


def test_words_know_their_passage_and_page(document: Document) -> None:
    words = document.words
    assert len(words.text) == len(words.page) == len(words.rect) == len(words.passage)
    for text, page, n in zip(words.text, words.page, words.passage, strict=True):
        passage = document.passage(n)
        if passage and passage.kind != "body":
            assert page in {part.page for part in passage.parts}
            assert text in passage.text


def test_a_quote_over_several_lines_gets_one_rectangle_a_line(document: Document) -> None:
    quote = "reads every page in the order in which its author wrote it and keeps the words of one"
    location = WordIndex(document).find(quote)
    assert location is not None
    assert location.exact
    assert location.page == 1
    assert 2 <= len(location.rects) <= 4
    assert all(above[3] <= below[3] for above, below in pairwise(location.rects))


def test_a_mangled_quote_is_found_but_not_exact(document: Document) -> None:
    quote = (
        "begin with the left column. The quick method of a paper reads each page in the order in which its"
    )
    location = WordIndex(document).find(quote)
    assert location is not None
    assert not location.exact
    assert location.page == 1


def test_what_is_not_printed_is_not_found(document: Document) -> None:
    index = WordIndex(document)
    assert index.find("The weather on the northern islands stays mild in every season of the year.") is None
    assert index.find("no") is None


def test_a_near_match_that_changes_a_number_is_no_quote(document: Document) -> None:
    assert WordIndex(document).find("Method Accuracy Baseline 71.2 Ours 93.4") is not None
    assert WordIndex(document).find("Method Accuracy Baseline 71.2 Ours 98.4") is None


def test_a_compound_keeps_its_hyphen_at_a_lines_end() -> None:
    pdf = pdfs.blank()
    page = pdf[0]
    pdfs.column(page, (60, 60, 540, 300), pdfs.LOREM * 3)
    lines = ("The source of a text and its target share one vocabulary, and the source-",
             "target pairs of this corpus were cut into pieces that our method then trans-",
             "lates one after the other without any loss of what the authors had written.")  # fmt: skip
    for row, text in enumerate(lines):
        page.insert_text((60, 320 + 12 * row), text, fontsize=10, fontname="tiro")
    text = " ".join(passage.text for passage in reader.read(bytes(pdf.tobytes())).passages)
    assert "the source-target pairs" in text
    assert "then translates one" in text


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("a method for any sequence-", "aligned network and its", "sequence-aligned network"),
        ("a loss that goes word-", "by-word over the text and", "word-by-word over"),
        ("the scores of our BERT-", "pooled rows are high and", "BERT-pooled rows"),
        ("the words are learn-", "able and not learned, we learn", "are learnable and"),
        ("the weights are inde-", "pendent of the sequence and", "are independent of"),
    ],
)
def test_what_becomes_of_a_hyphen_at_a_lines_end(first: str, second: str, joined: str) -> None:
    pdf = pdfs.blank()
    pdfs.column(pdf[0], (60, 60, 540, 300), pdfs.LOREM * 3)
    filler = "Every sequence of words that they learn from is able to hold more than one word; this is"
    lines = (filler, f"the reason for which we have set out to study it once more, and it is also {first}",
             f"{second} so on until the margin of the page has been filled with words again.")  # fmt: skip
    for row, text in enumerate(lines):
        pdf[0].insert_text((60, 320 + 12 * row), text, fontsize=10, fontname="tiro")
    assert joined in " ".join(passage.text for passage in reader.read(bytes(pdf.tobytes())).passages)


def test_a_caption_joins_its_divided_words() -> None:
    pdf = pdfs.blank()
    page = pdf[0]
    page.draw_rect((100, 80, 400, 200), color=(0, 0, 0.6), fill=(0.8, 0.9, 1))
    page.insert_text((60, 220), "Figure 1: The loss of our method falls with the number of epo-", fontsize=9)
    page.insert_text((60, 231), "chs that it is trained for.", fontsize=9)
    pdfs.column(page, (60, 300, 540, 700), pdfs.LOREM * 8)
    (figure,) = reader.read(bytes(pdf.tobytes())).figures
    assert figure.caption.endswith("number of epochs that it is trained for.")


def test_a_line_below_the_footnotes_is_no_text() -> None:
    pdf = pdfs.blank()
    page = pdf[0]
    pdfs.column(page, (60, 60, 540, 600), pdfs.LOREM * 9)
    page.draw_line((60, 700), (250, 700), width=0.4)
    page.insert_text((62, 711), "1 The code is at https://example.org/code.", fontsize=7.5, fontname="tiro")
    page.insert_text((60, 735), "31st Conference on Reading in Margins.", fontsize=8.5, fontname="tiro")
    kinds = {passage.text: passage.kind for passage in reader.read(bytes(pdf.tobytes())).passages}
    assert kinds["31st Conference on Reading in Margins."] == "footnote"
