"""A card as PDF, SVG and Markdown: one page each time, the same bytes, and nothing in it that acts."""

import xml.etree.ElementTree as ElementTree
from io import BytesIO

import pytest
from markdown_it import MarkdownIt
from pypdf import PdfReader

from leanbreath.export.card.content import Card
from leanbreath.export.card.layout import Page
from leanbreath.export.card.markdown import markdown_text, plain
from leanbreath.export.card.paragraph import Style, Text
from leanbreath.export.card.pdf import pdf_bytes
from leanbreath.export.card.svg import svg_text
from leanbreath.export.card.typefaces import typefaces_for
from leanbreath.unsafe_characters import first_unsafe
from tests.export.card.making import (
    ROUTINES,
    bundled_card,
    bundled_page,
    bundled_pdf,
    bundled_routine,
    in_one_line,
    page,
    pdf,
    read_pdf,
)
from tests.hostile import MARK, PAYLOADS, hostile
from tests.quick_cases import quick_values

DRAWN = ("svg", "title", "rect", "line", "path", "g", "text")
PAYLOADS_OF_FILES = {
    **PAYLOADS,
    "closes a string of a PDF": f"{MARK})Tj ET /OpenAction << /S /JavaScript /JS (app.alert(1)) >> (",
    "runs in a page": f"{MARK}<svg onload=alert(1)><a href='javascript:x'>y</a>\"><img src=http://x/ onerror=z>",
    "acts in Markdown": f"{MARK} [y](javascript:x) ![z](http://x/) <b>w</b> https://x.org www.x.org a@x.org `v` ~~u~~",
    "begins a line of Markdown": f"\n\n# {MARK}\n\n- x\n\n---\n\n> y\n\n    z\n\n1. {MARK}\n\n[a]: http://x/",
}
ACTING = {"link_open", "image", "html_inline", "html_block", "code_inline", "code_block", "fence", "hr", "s_open"}


def svg(made: Card) -> str:
    return svg_text(page(made), made.title, "en")


def texts_of_svg(text: str) -> str:
    return in_one_line(" ".join(ElementTree.fromstring(text).itertext()))  # noqa: S314 - our own file


@pytest.mark.parametrize(
    "name", [pytest.param(each, marks=[] if each == "pre-run-6" else pytest.mark.slow) for each in ROUTINES]
)
def test_a_pdf_has_one_page_with_the_title_of_every_drill(name: str) -> None:
    pages, text = read_pdf(bundled_pdf(name))
    assert pages == 1
    assert {each.title for each in bundled_routine(name).drills() if " ".join(each.title.split()) not in text} == set()


@pytest.mark.parametrize("name", ROUTINES)
def test_svg_and_markdown_have_the_title_of_every_drill(name: str) -> None:
    made = bundled_card(name)
    drawn, written = texts_of_svg(svg_text(bundled_page(name), made.title, "en")), markdown_text(made)
    for drill in bundled_routine(name).drills():
        assert all(word in drawn for word in drill.title.split()) and drill.title in written


def test_a_language_stays_in_its_attribute() -> None:
    drawn = ElementTree.fromstring(svg_text(Page((), (), ()), "", 'a" b="<'))  # noqa: S314 - our own file
    assert drawn.attrib["lang"] == 'a" b="<' and "b" not in drawn.attrib


def test_the_same_routine_gives_the_same_bytes_without_a_time_or_a_name() -> None:
    content = bundled_pdf("pre-run-6")
    assert content == pdf(bundled_card("pre-run-6"))
    reader = PdfReader(BytesIO(content))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Six-minute lean primer", None)
    assert reader.metadata.creation_date is None or reader.metadata.creation_date.year == 2000
    assert reader.trailer["/Root"]["/Lang"] == "en"


def test_what_is_wider_than_its_box_is_drawn_closer_together() -> None:
    def content(width: float) -> bytes:
        texts = (Text(20, 20, width, "A wide text", Style(10)),)
        drawn = pdf_bytes(Page(texts, (), ()), typefaces_for(["A wide text"]), "", "en")
        return PdfReader(BytesIO(drawn)).pages[0].get_contents().get_data()

    assert b" Tz" in content(5) and b" Tz" not in content(50)


def test_nothing_in_a_hostile_pdf_runs() -> None:
    payload = PAYLOADS_OF_FILES["closes a string of a PDF"] + PAYLOADS["ends lines"]
    made = hostile(bundled_card("pre-run-6"), payload)
    content = pdf(made)
    pages, text = read_pdf(content)
    root = PdfReader(BytesIO(content)).trailer["/Root"]
    assert pages == 1 and MARK in text
    assert not first_unsafe(PdfReader(BytesIO(content)).metadata.title)
    assert not {"/AA", "/Names", "/AcroForm"} & set(root)
    assert isinstance(root["/OpenAction"], list)  # the part that is shown first, not an action
    assert "/Annots" not in PdfReader(BytesIO(content)).pages[0]


@pytest.mark.parametrize(
    "payload",
    quick_values(PAYLOADS_OF_FILES.values(), *list(PAYLOADS_OF_FILES.values())[:4]),
    ids=list(PAYLOADS_OF_FILES),
)
def test_nothing_in_a_hostile_svg_runs_or_is_loaded(payload: str) -> None:
    text = svg(hostile(bundled_card("pre-run-6"), payload))
    assert MARK in texts_of_svg(text)
    for element in ElementTree.fromstring(text).iter():  # noqa: S314 - our own file, and what makes it hostile is text
        assert element.tag.removeprefix("{http://www.w3.org/2000/svg}") in DRAWN
        assert not [key for key in element.attrib if key.startswith("on") or "href" in key or key == "style"]
        assert not [value for value in element.attrib.values() if "url(" in value or "http" in value]


@pytest.mark.parametrize("payload", PAYLOADS_OF_FILES.values(), ids=list(PAYLOADS_OF_FILES))
def test_a_hostile_text_stays_text_in_markdown(payload: str) -> None:
    good = bundled_card("pre-run-6")
    parser = MarkdownIt("gfm-like")
    tokens = parser.parse(markdown_text(hostile(good, payload)))
    every = [each for token in tokens for each in (token, *(token.children or ()))]
    assert MARK in "".join(each.content for each in every)
    assert {each.type for each in every} & ACTING == set()
    headings = [each for each in every if each.type == "heading_open"]
    assert len(headings) == len([each for each in parser.parse(markdown_text(good)) if each.type == "heading_open"])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("4 * 5", "4 \\* 5"),
        ("1. Stand", "1\\. Stand"),
        ("5.1", "5.1"),
        ("- x", "\\- x"),
        ("half-kneel", "half-kneel"),
        ("a\n# b", "a \\# b"),
        ("me@x", "me\uff20x"),
        ("x\x1b\u202ey\udc80", "xy"),
    ],
)
def test_only_what_would_act_is_escaped(text: str, shown: str) -> None:
    assert plain(text) == shown
