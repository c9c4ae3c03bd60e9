"""Bytes to text: UTF-8 only, of bounded size, with the place of the first byte that is not."""

import pytest

from leanbreath.routine.problems import Place
from leanbreath.routine.reader import read_drill
from leanbreath.routine.reader.yaml_tree import decode_utf8
from tests.routine.snippets import DRILL

HOLD = (DRILL + "hold: 30s\n").encode()
BOM = b"\xef\xbb\xbf"


@pytest.mark.parametrize(
    ("raw", "line", "column"),
    [
        (b"\xff", 1, 1),
        (b"drill: x\ntitle: caf\xe9\n", 2, 11),
        ("title: né".encode() + b"\xe9", 1, 10),
        (b"a: b\r\nc: \x80\r\n", 2, 4),
        ("drill: x\n".encode("utf-16"), 1, 1),
        (BOM + b"drill: x\ntitle: caf\xe9\n", 2, 11),
        (BOM + b"caf\xe9\n", 1, 4),
    ],
)
def test_a_byte_that_is_not_utf_8_is_reported_at_its_place(raw: bytes, line: int, column: int) -> None:
    text, (problem,) = decode_utf8(raw, "x.yaml")
    assert text == ""
    assert problem.place == Place("x.yaml", line, column)
    assert "UTF-8" in problem.message


@pytest.mark.parametrize("raw", [BOM + HOLD, HOLD.replace(b"\n", b"\r\n"), BOM + HOLD.replace(b"\n", b"\r\n")])
def test_a_byte_order_mark_and_windows_line_ends_change_nothing(raw: bytes) -> None:
    assert read_drill(raw, "x.yaml") == read_drill(HOLD, "x.yaml")
    assert read_drill(raw, "x.yaml").problems == ()


def test_a_file_of_a_million_bytes_is_read() -> None:
    raw = HOLD + b"#" + b"x" * (1_000_000 - len(HOLD) - 1)
    assert len(raw) == 1_000_000
    assert read_drill(raw, "x.yaml").problems == ()


def test_a_file_of_one_byte_more_is_refused() -> None:
    raw = HOLD + b"#" + b"x" * (1_000_000 - len(HOLD))
    (problem,) = read_drill(raw, "x.yaml").problems
    assert problem.place == Place("x.yaml")
    assert problem.message == "the file is larger than 1,000,000 bytes"
    assert "1,000,000" in problem.message


def test_a_file_that_is_not_text_gives_one_problem_and_no_drill() -> None:
    reading = read_drill(b"\x89PNG\r\n\x1a\n\x00\x00", "x.yaml")
    assert reading.value is None
    assert len(reading.problems) == 1
