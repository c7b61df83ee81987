"""The text of a file, whatever it was encoded in."""

from __future__ import annotations

import codecs
import re

from papergloss.library.importing.rows import unreadable

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HIGH = re.compile(rb"[\x80-\xff]")
_TWO_BYTES = re.compile("[\x80-\u07ff]")
_GB2312 = re.compile(rb"[\xa1-\xf7][\xa1-\xfe]")
"""A character of GB 2312, on which GBK and GB 18030 are built: two bytes from 0xA1 on. In Latin texts two
accented letters seldom stand together."""


def decode(data: bytes, *, cut: bool = False) -> str:
    """The text, its line ends as `\\n`. `cut`: it may end within a letter.

    Raises:
        BadInput: it is no text.
    """
    return _decoded(data, "ignore" if cut else "strict").replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, errors: str) -> str:
    try:
        for mark, name in MARKS:
            if data.startswith(mark):
                return data[len(mark) :].decode(name, errors)
        if b"\0" in data:
            raise unreadable("This is not a text file.")
        if _is_utf8(data):
            return data.decode("utf-8", errors)
        return _line_by_line(data, "gb18030" if _is_chinese(data) else "cp1252", errors)
    except UnicodeDecodeError as error:
        raise unreadable(
            "The file's text is in an encoding that is not known.", "Save it as UTF-8."
        ) from error


def _line_by_line(data: bytes, other: str, errors: str) -> str:
    """Files that were put together from several have lines in UTF-8 among those in an older encoding."""
    return "".join(_line(line, other, errors) for line in data.splitlines(keepends=True))


def _line(line: bytes, other: str, errors: str) -> str:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode(other, errors)
    # Two Chinese bytes can be one letter of UTF-8, of two bytes; Chinese has three there.
    return line.decode(other, errors) if other == "gb18030" and _TWO_BYTES.search(text) else text


def _is_utf8(data: bytes) -> bool:
    """Whether it is up to a letter that may be cut."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return False
    return True


def _is_chinese(data: bytes) -> bool:
    sample = data[: 4 * 1024 * 1024]
    return 4 * len(_GB2312.findall(sample)) > len(_HIGH.findall(sample))
