"""Parts of a file, by RFC 9110, section 14."""

import pytest

from leanbreath.take_along.byte_range import Unsatisfiable, parse_byte_range


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("bytes=0-", (0, 100)),
        ("bytes=0-1", (0, 2)),
        ("bytes=99-99", (99, 1)),
        ("bytes=10-19", (10, 10)),
        ("bytes=90-1000", (90, 10)),
        ("bytes=-10", (90, 10)),
        ("bytes=-1000", (0, 100)),
        ("bytes = 5 - 6", (5, 2)),
        (None, None),
        ("", None),
        ("bytes", None),
        ("bytes=", None),
        ("bytes=-", None),
        ("bytes=5-4", None),
        ("bytes=a-b", None),
        ("bytes=0-1,5-6", None),
        ("bytes=-5-6", None),
        ("lines=0-1", None),
        ("bytes=٣-٤", None),
        (f"bytes={'9' * 5000}-", None),
        ("bytes=0-0\nX: y", None),
    ],
)
def test_a_header_asks_for_a_part_or_is_ignored(header, expected):
    assert parse_byte_range(header, 100) == expected


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=100-200", f"bytes={'9' * 18}-", "bytes=-0"])
def test_a_part_beyond_the_file_cannot_be_had(header):
    with pytest.raises(Unsatisfiable):
        parse_byte_range(header, 100)


@pytest.mark.parametrize("header", ["bytes=0-", "bytes=0-0", "bytes=-1"])
def test_an_empty_file_has_no_parts(header):
    with pytest.raises(Unsatisfiable):
        parse_byte_range(header, 0)
