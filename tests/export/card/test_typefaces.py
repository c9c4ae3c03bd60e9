"""The type of a card: many scripts, a fallback from a folder of fonts, and a "?" that is told."""

from pathlib import Path

import pytest
from pymupdf_fonts import myfont

from leanbreath.export.card.layout import page_of
from leanbreath.export.card.paragraph import MILLIMETRES, Style
from leanbreath.export.card.pdf import pdf_bytes
from leanbreath.export.card.typefaces import Typefaces, typefaces_for
from tests.export.card.making import bundled_routine, card, read_pdf

SCRIPTS = "Café 8° → … “½” Привет Καλημέρα مرحبا שלום नमस्ते สวัสดี გამარჯობა"


def printed(title: str, typefaces: Typefaces) -> str:
    """Return the text of a card with a title."""
    made = card(bundled_routine("desk-reset-4"))._replace(title=title, entries=())
    return read_pdf(pdf_bytes(page_of(made, typefaces.measure), typefaces, title, "en"))[1]


@pytest.fixture(scope="module")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a font of symbols, and files that are no fonts."""
    folder = tmp_path_factory.mktemp("fonts")
    (folder / "NotoSans-Broken.ttf").write_bytes(b"no font")
    (folder / "NotoSans-Empty.ttc").write_bytes(b"")
    (folder / "deep").mkdir()
    (folder / "deep" / "Symbols.otf").write_bytes(myfont("symbol2"))
    return folder


def test_latin_greek_cyrillic_arabic_hebrew_and_more_need_no_other_font() -> None:
    typefaces = typefaces_for([SCRIPTS], [])
    assert typefaces.missing == () and typefaces.fallbacks == ()
    text = printed("Café 8° → Привет Καλημέρα", typefaces)
    assert "Café 8° → Привет Καλημέρα" in text


def test_a_character_that_is_lacking_is_looked_for_in_the_fonts_of_the_computer(fonts: Path) -> None:
    typefaces = typefaces_for(["Done ✓ \u16a0"], [fonts, fonts / "none"])
    assert (len(typefaces.fallbacks), typefaces.missing) == (1, ("\u16a0",))
    assert "Done ✓ ?" in printed("Done ✓ \u16a0", typefaces)


def test_what_no_font_has_is_printed_as_a_question_mark_and_what_shows_nothing_as_nothing() -> None:
    typefaces = typefaces_for(["a\u2060b 呼"], [])
    assert typefaces.printable("a\u2060b 呼") == "ab ?" and typefaces.missing == ("呼",)


def test_letters_are_as_wide_as_the_font_says_and_an_unknown_one_as_on_a_terminal() -> None:
    typefaces = typefaces_for(["呼"], [])
    assert typefaces.measure("呼", Style(10)) == pytest.approx(10 * MILLIMETRES)
    assert typefaces.measure("ab", Style(20)) == pytest.approx(2 * typefaces.measure("ab", Style(10)))
    assert typefaces.measure("ab", Style(10, bold=True)) > typefaces.measure("ab", Style(10))


def test_no_text_acts_on_the_library(caplog: pytest.LogCaptureFixture) -> None:
    text = "{nb} **b** __u__ [a](b) --x-- \\u"
    assert text in printed(text, typefaces_for([text], []))
    assert "?" in printed("呼 a\u200db \ufe0f \u2060", typefaces_for(["呼"], [])) and caplog.messages == []
