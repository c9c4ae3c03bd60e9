"""The index of a folder for the phone: links that work without a server, and titles that are only ever text."""

import pytest

from leanbreath.export.web.index_page import IndexEntry, index_page
from leanbreath.unsafe_characters import without_unsafe
from tests.export.web.test_document import HOSTILE, Page

SAFETY = "Stop if anything hurts."
FIRST = IndexEntry("Six minutes", "6:24 and a wait", "On your feet.", ["first.html", "first.mp3", "first.pdf"])
SECOND = IndexEntry("By ear", "about 8:00", "", ["second.mp3"])


def page(*entries: IndexEntry, lean_meter: str | None = None, safety: str = SAFETY) -> Page:
    return Page(index_page(entries, lean_meter, safety))


def texts(found: Page, tag: str) -> list[str]:
    return [text.strip() for text in found.texts(tag)]


def links(found: Page) -> list[tuple[str, str, str]]:
    return [
        (attributes["href"], "".join(parts).strip(), attributes["aria-label"])
        for tag, attributes, parts in found.elements
        if tag == "a"
    ]


def test_each_routine_has_its_length_and_links_to_the_files_that_are_there():
    found = page(FIRST, SECOND)
    assert texts(found, "h2") == ["Six minutes", "By ear"]
    assert texts(found, "p") == ["6:24 and a wait", "On your feet.", "about 8:00", SAFETY]
    assert links(found) == [
        ("first.html", "Start", "Start: Six minutes"),
        ("first.mp3", "Listen", "Listen: Six minutes"),
        ("first.pdf", "Card", "Card: Six minutes"),
        ("second.mp3", "Listen", "Listen: By ear"),
    ]


def test_the_lean_meter_comes_last():
    assert links(page(FIRST, lean_meter="lean.html"))[-1] == ("lean.html", "Measure your lean", "Measure your lean")
    assert "Lean meter" not in texts(page(FIRST), "h2")


def test_it_runs_no_script_and_loads_nothing():
    found = page(FIRST, lean_meter="lean.html")
    assert texts(found, "script") == [""]
    loaded = [value for tag, each, _ in found.elements for key, value in each.items() if key == "src"]
    assert loaded == [] and {each["href"] for tag, each, _ in found.elements if tag == "link"} == {"data:,"}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_only_text(text):
    plain = page(IndexEntry("x", "x", "x", ["x.html"]), safety="x")
    found = page(IndexEntry(text, text, text, ["x.html"]), safety=text)
    assert found.outline == plain.outline
    shown = without_unsafe(text).strip()
    assert texts(found, "h2") == [shown] and texts(found, "p") == [shown] * 3
    assert links(found)[0] == ("x.html", "Start", f"Start: {without_unsafe(text)}")
