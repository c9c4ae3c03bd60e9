"""Chapters as the frames of an ID3v2.4 tag: the tables of contents, then the chapters in the order of time.

mutagen sorts the frames that it builds by their size, and players that read chapters as they are stored would jump back
and forth; so these are built here, and given to mutagen as frames that it doesn't know.
"""

from collections.abc import Iterator, Sequence

from leanbreath.export.chapters import Chapter

MOST_ENTRIES = 255
"""The most entries that a table of contents can hold; longer ones are divided."""

NO_OFFSET = b"\xff" * 4
"""Says that a chapter begins and ends at a time, not at a byte."""

ORDERED, TOP_LEVEL = 1, 2
UTF_8 = b"\x03"


def chapter_frames(chapters: Sequence[Chapter]) -> Iterator[bytes]:
    """Yield the frames of chapters, in the order in which they must be stored."""
    ids = [f"c{number}" for number in range(len(chapters))]
    if len(ids) <= MOST_ENTRIES:
        yield _contents("toc", ids, ORDERED | TOP_LEVEL)
    else:
        tables = {f"toc{first}": ids[first : first + MOST_ENTRIES] for first in range(0, len(ids), MOST_ENTRIES)}
        yield _contents("toc", list(tables), ORDERED | TOP_LEVEL)
        yield from (_contents(name, part, ORDERED) for name, part in tables.items())
    for id, (start_ms, end_ms, title) in zip(ids, chapters, strict=True):
        times = start_ms.to_bytes(4) + end_ms.to_bytes(4) + 2 * NO_OFFSET
        yield _frame(b"CHAP", _text(id) + times + _frame(b"TIT2", UTF_8 + title.encode()))


def _contents(id: str, entries: Sequence[str], flags: int) -> bytes:
    return _frame(b"CTOC", _text(id) + bytes([flags, len(entries)]) + b"".join(map(_text, entries)))


def _text(text: str) -> bytes:
    return text.encode("ascii") + b"\0"


def _frame(name: bytes, content: bytes) -> bytes:
    """Return a frame: its name, its size in four times seven bits, no flags, and its content."""
    size = bytes(len(content) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return name + size + b"\0\0" + content
