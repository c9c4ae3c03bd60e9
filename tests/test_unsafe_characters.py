"""Characters no text needs: found, named, dropped, or shown as escapes; everything an author may write stays."""

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.unsafe_characters import (
    HIDDEN,
    UNSAFE,
    described,
    escaped,
    first_hidden,
    first_unsafe,
    without_unsafe,
)

HARMLESS = [
    "Grüße · 胸",
    "10\xa0km à 5\u202fmin",
    "👨\u200d👩\u200d👧",
    "می\u200cخواهم",
    "\u200fעברית\u200e",
    "é🙂\U0001faf6",
    "",
]
"""Texts with blanks, joiners and marks that their scripts need."""


@pytest.mark.parametrize("text", [*HARMLESS, "two\nlines\tand a tab"])
def test_what_authors_write_in_any_script_is_safe(text: str) -> None:
    assert first_unsafe(text) is None and without_unsafe(text) == text


@pytest.mark.parametrize("text", HARMLESS)
def test_a_line_in_any_script_is_shown_as_it_is(text: str) -> None:
    assert escaped(text) == text


def test_every_control_and_every_change_of_direction_is_unsafe() -> None:
    every = map(chr, range(sys.maxunicode + 1))
    named = {"Cc": True, "Cs": True, "Zl": True, "Zp": True}
    wanted = {
        char
        for char in every
        if named.get(unicodedata.category(char))
        or unicodedata.bidirectional(char) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    } - {"\n", "\t"}
    found = set(UNSAFE.findall("".join(map(chr, range(sys.maxunicode + 1)))))
    assert wanted <= found
    assert found - wanted == set("\u206a\u206b\u206c\u206d\u206e\u206f\ufeff\ufff9\ufffa\ufffb\ufffe\uffff")


@given(st.text(st.characters(exclude_categories=())))
def test_nothing_unsafe_remains(text: str) -> None:
    for shown in (without_unsafe(text), escaped(text)):
        assert UNSAFE.search(shown) is None
    assert "\n" not in escaped(text) and "\t" not in escaped(text)
    assert [char for char in text if not UNSAFE.match(char)] == list(without_unsafe(text))


def test_an_escape_shows_which_character_was_there() -> None:
    assert escaped("a\x1b[31m\u202eb\n\x9b") == "a\\x1b[31m\\u202eb\\n\\x9b"


@pytest.mark.parametrize(
    ("char", "name"),
    [
        ("\x1b", "an escape character (U+001B)"),
        ("\0", "a null character (U+0000)"),
        ("\x01", "a control character (U+0001)"),
        ("\x9b", "a control character (U+009B)"),
        ("\u202e", "a right-to-left override (U+202E)"),
        ("\ufeff", "a byte order mark (U+FEFF)"),
        ("\ufffe", "an invalid character (U+FFFE)"),
        ("\xa0", "a no-break space (U+00A0)"),
        ("\u3000", "an ideographic space (U+3000)"),
    ],
)
def test_a_character_is_named_with_its_article_and_its_number(char: str, name: str) -> None:
    assert described(char) == name


def test_every_blank_that_is_no_space_and_every_invisible_character_is_hidden() -> None:
    blanks = {chr(code) for code in range(128, sys.maxunicode + 1) if chr(code).isspace()}
    assert blanks - set(UNSAFE.findall("".join(blanks))) <= set(re.findall(HIDDEN, "".join(blanks)))
    assert (first_hidden("30\u200bs\xa0"), first_hidden("30 s")) == ("\u200b", "")
