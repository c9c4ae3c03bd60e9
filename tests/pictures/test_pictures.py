"""The pictures of the README show the program as it is, and draw a terminal's blocks as shapes."""

from re import findall

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tests.pictures.__main__ import HERE, sheet
from tests.pictures.terminal import QUADRANTS, picture

MOST_BYTES = 150 * 1024


def test_the_drills_of_the_readme_move_as_they_do_in_the_library():
    assert (HERE / "drills.svg").read_text() == sheet(), "make them again: python -m tests.pictures"


@pytest.mark.parametrize("name", ["session.svg", "home.svg", "drills.svg"])
def test_a_page_loads_a_picture_quickly(name):
    assert (HERE / name).stat().st_size < MOST_BYTES


@pytest.mark.parametrize(
    ("letter", "boxes"),
    [
        ("▌", ["M10 20h5v10h-5z", "M10 30h5v10h-5z"]),
        ("▀", ["M10 20h5v10h-5z", "M15 20h5v10h-5z"]),
        ("▗", ["M15 30h5v10h-5z"]),
        (" ", []),
    ],
)
def test_a_block_is_a_shape_in_its_ink_on_a_cell_of_its_paper(letter, boxes):
    drawn = picture([Strip([Segment(letter, Style(color="#ff0000", bgcolor="#0000ff"))])], "#000000")
    assert findall(r'fill="#0000ff" d="([^"]+)"', drawn) == ["M10 20h10v20h-10z"]
    assert findall('M[^M"]+', "".join(findall(r'fill="#ff0000" d="([^"]+)"', drawn))) == boxes


def test_no_font_is_asked_for_a_block():
    texts = findall(r"<text[^>]*>([^<]*)", (HERE / "session.svg").read_text())
    assert texts and not set("".join(texts)) & set(QUADRANTS)
