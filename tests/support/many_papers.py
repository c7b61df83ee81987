"""A library of very many made-up papers, put straight into the tables: real English and made-up Chinese."""

from __future__ import annotations

import itertools
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from pydoc_data.topics import topics

from papergloss.store.database import Connection, Database
from papergloss.store.index_text import tokens
from papergloss.store.search import NAMES, Texts

CATEGORIES = ("cs.CL", "cs.LG", "cs.CV", "math.AG", "hep-th", "astro-ph.GA", "stat.ML")
CHARACTERS = (
    "的一模型是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也"
    "能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加"
    "量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关"
    "各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立"
    "代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统"
    "接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治"
    "北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切"
    "打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况"
    "今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难"
    "近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标"
)
"""The commonest first."""


class Writer:
    """Writes titles, names and texts, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._words = re.findall(r"[a-z]{2,}", " ".join(topics.values()).lower())
        weights = [1 / (place + 8) for place in range(len(CHARACTERS))]
        self._weights = list(itertools.accumulate(weights))

    def words(self, count: int) -> str:
        """A piece of real English."""
        start = self._random.randrange(len(self._words) - count)
        return " ".join(self._words[start : start + count])

    def chinese(self, count: int) -> str:
        """Characters as often as they are in real texts."""
        return "".join(self._random.choices(CHARACTERS, cum_weights=self._weights, k=count))

    def texts(self) -> Texts:
        """One paper."""
        authors = "\n".join(self.words(2).title() for _ in range(3))
        card = f"{self.chinese(15)}\n{self.chinese(60)}"
        return Texts(self.words(9).capitalize(), authors, self.words(60), card)


def fill(path: Path, count: int, seed: int = 1, *, texts: bool = True) -> Database:
    """A database with so many papers; without `texts` they cannot be found by words."""
    database, writer = Database(path), Writer(seed)
    with database.write() as connection:
        for start in range(0, count, 5000):
            rows = list(_rows(writer, start, min(start + 5000, count)))
            _insert(connection, rows)
            if texts:
                _index(connection, rows)
    return database


def _rows(writer: Writer, start: int, end: int) -> Iterator[tuple[int, Texts]]:
    return ((n, writer.texts()) for n in range(start + 1, end + 1))


def _insert(connection: Connection, rows: list[tuple[int, Texts]]) -> None:
    marks = ", ".join("?" * 18)
    moment = "2026-{:02}-{:02} 12:00:00.000000"
    connection.exec_driver_sql(
        "INSERT INTO papers (n, id, title, title_target, authors, author_count, first_author, category, "
        "submitted, year, version, latest_version, metadata, starred, state, note_count, revision, saved_at) "
        f"VALUES ({marks})",
        [
            (
                n, f"{2000 + n // 100000:04}.{n % 100000:05}", texts.title, texts.card.partition("\n")[0],
                json.dumps(texts.authors.split("\n")), 3, texts.authors.partition("\n")[0],
                CATEGORIES[n % len(CATEGORIES)], moment.format(n % 12 + 1, n % 28 + 1), 2000 + n % 26, 1, 1,
                json.dumps({"title": texts.title, "abstract": texts.abstract, "authors": []}),
                n % 50 == 0, "to_read", 0, 1, moment.format(n % 12 + 1, n % 28 + 1),
            )
            for n, texts in rows
        ],
    )  # fmt: skip


def _index(connection: Connection, rows: list[tuple[int, Texts]]) -> None:
    columns = ", ".join(NAMES)
    connection.exec_driver_sql(
        f"INSERT INTO paper_texts (paper_n, {columns}) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(n, *(getattr(texts, name) for name in NAMES)) for n, texts in rows],
    )
    connection.exec_driver_sql(
        f"INSERT INTO search (rowid, {columns}) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(n, *(tokens(getattr(texts, name)) for name in NAMES)) for n, texts in rows],
    )
