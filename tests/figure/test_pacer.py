"""The pacer fills its box exactly, grows with the breath, and gives each kind of work its own shape."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.figure.pacer import column, disc, draw_pacer, feet

KINDS = ["breath", "hold", "rep", "beat", "time", "ready", "move", "switch", "rest", "wait"]
DOTS = {" ": 0, "▀": 1, "▄": 1, "█": 2, "▁": 0}
levels = st.floats(0, 1)


def drawn(text: str) -> tuple[str, ...]:
    """Return the rows of a picture whose edges are marked by bars."""
    return tuple(line.strip()[1:-1] for line in text.strip().splitlines())


def dots(rows: tuple[str, ...]) -> int:
    return sum(DOTS[each] for row in rows for each in row)


@given(st.sampled_from(KINDS), levels, st.integers(1, 90), st.integers(1, 40), st.sampled_from(("left", "right", None)))
def test_every_shape_fills_its_box_exactly(kind, level, width, height, side):
    rows = draw_pacer(kind, level, width, height, side)
    assert [len(row) for row in rows] == [width] * height


@pytest.mark.parametrize(("width", "height", "rows"), [(0, 3, 3), (-1, 2, 2), (5, 0, 0), (5, -1, 0)])
def test_a_box_without_room_stays_empty(width, height, rows):
    assert draw_pacer("breath", 0.5, width, height) == ("",) * rows


@given(st.sampled_from(KINDS), st.floats(-5, 5))
def test_a_level_out_of_bounds_is_drawn_at_the_nearest_bound(kind, level):
    assert draw_pacer(kind, level, 9, 4, "left") == draw_pacer(kind, min(max(level, 0), 1), 9, 4, "left")


def test_full_lungs_are_a_disc_that_fills_the_height():
    assert disc(1.0, 8, 4) == drawn("""
        | ▄████▄ |
        |████████|
        |████████|
        | ▀████▀ |
    """)


def test_empty_lungs_are_a_small_disc():
    assert disc(0.0, 8, 4) == drawn("""
        |        |
        |   ▄▄   |
        |   ▀▀   |
        |        |
    """)


@given(levels, levels, st.integers(1, 60), st.integers(1, 30))
def test_the_disc_grows_with_the_level(one, two, width, height):
    low, high = sorted((one, two))
    assert dots(disc(low, width, height)) <= dots(disc(high, width, height))


@given(levels, st.integers(1, 60), st.integers(1, 30))
def test_the_disc_is_symmetric(level, width, height):
    rows = disc(level, 2 * width, height)
    turned = {"▀": "▄", "▄": "▀"}
    assert all(row == row[::-1] for row in rows)
    assert rows == tuple("".join(turned.get(each, each) for each in row) for row in reversed(rows))


@pytest.mark.parametrize(("width", "height", "expected"), [(40, 5, 10), (8, 4, 8), (10, 20, 10), (60, 12, 24)])
def test_the_full_disc_is_round_and_stays_in_its_box(width, height, expected):
    assert max(len(row.strip()) for row in disc(1.0, width, height)) == expected


@pytest.mark.parametrize("width", [6, 8, 20, 60])
def test_the_disc_visibly_grows_and_never_vanishes(width):
    sizes = [dots(disc(step / 8, width, width // 2)) for step in range(9)]
    assert sizes[0] > 0 and sizes[-1] >= 3 * sizes[0]
    assert all(a <= b for a, b in pairwise(sizes))


@pytest.mark.parametrize(
    ("level", "picture"),
    [
        (0.0, "|         |\n|         |\n|         |"),
        (0.5, "|         |\n|   ▄▄▄   |\n|   ███   |"),
        (1.0, "|   ███   |\n|   ███   |\n|   ███   |"),
    ],
)
def test_a_rep_is_a_column_that_rises_there_and_sinks_back(level, picture):
    assert column(level, 9, 3) == drawn(picture)


@pytest.mark.parametrize(
    ("side", "picture"),
    [
        ("left", "| ▄▄     |\n| ██ ▁▁  |"),
        ("right", "|    ▄▄  |\n| ▁▁ ██  |"),
        (None, "|        |\n| ▁▁ ▁▁  |"),
    ],
)
def test_a_step_lifts_the_stepping_foot_only(side, picture):
    assert feet(0.6, 8, 2, side) == drawn(picture)


@pytest.mark.parametrize("height", [2, 5])
def test_a_fully_lifted_foot_reaches_the_top(height):
    assert "█" in feet(1.0, 12, height, "left")[0]


@pytest.mark.parametrize("level", [0.0, 0.5, 1.0])
def test_both_feet_are_always_visible(level):
    lowest = feet(level, 12, 4, "left")[-1]
    assert lowest[:6].strip() and lowest[6:].strip()
