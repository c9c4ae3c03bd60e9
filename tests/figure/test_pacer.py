"""The pacer fills its box exactly, and no shape looks like a digit: a disc breathes, a dot runs, a ring fills."""

from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.figure.pacer import disc, draw_pacer, ring, ring_hole, track
from leanbreath.figure.picture import Rows
from leanbreath.score.kinds import PacerShape

DOTS = {" ": 0, "▀": 1, "▄": 1, "█": 2}
SHAPES = get_args(PacerShape)
levels = st.floats(0, 1)


def drawn(text: str) -> tuple[str, ...]:
    """Return the rows of a picture whose edges are marked by bars."""
    return tuple(line.strip()[1:-1] for line in text.strip().splitlines())


def text(rows: Rows) -> tuple[str, ...]:
    return tuple("".join(run.text for run in row) for row in rows)


def dots(rows: Rows) -> int:
    return sum(DOTS[each] for row in text(rows) for each in row)


def lit(rows: Rows) -> str:
    """Return everything that is in the pacer's own colour."""
    return "".join(run.text for row in rows for run in row if run.look == "pacer").replace(" ", "")


@given(st.sampled_from(SHAPES), levels, st.integers(1, 90), st.integers(1, 40))
def test_every_shape_fills_its_box_exactly(shape, level, width, height):
    rows = text(draw_pacer(shape, level, width, height))
    assert [len(row) for row in rows] == [width] * height


@pytest.mark.parametrize(("width", "height", "rows"), [(0, 3, 3), (-1, 2, 2), (5, 0, 0), (5, -1, 0)])
def test_a_box_without_room_stays_empty(width, height, rows):
    assert text(draw_pacer("disc", 0.5, width, height)) == ("",) * rows


@given(st.sampled_from(SHAPES), st.floats(-5, 5))
def test_a_level_out_of_bounds_is_drawn_at_the_nearest_bound(shape, level):
    assert draw_pacer(shape, level, 9, 4) == draw_pacer(shape, min(max(level, 0), 1), 9, 4)


def test_full_lungs_are_a_disc_that_fills_the_height():
    assert text(disc(1.0, 8, 4)) == drawn("""
        | ▄████▄ |
        |████████|
        |████████|
        | ▀████▀ |
    """)


def test_empty_lungs_are_a_small_disc():
    assert text(disc(0.0, 8, 4)) == drawn("""
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
    rows = text(disc(level, 2 * width, height))
    turned = {"▀": "▄", "▄": "▀"}
    assert all(row == row[::-1] for row in rows)
    assert rows == tuple("".join(turned.get(each, each) for each in row) for row in reversed(rows))


@pytest.mark.parametrize(("width", "height", "expected"), [(40, 5, 10), (8, 4, 8), (10, 20, 10), (60, 12, 24)])
def test_the_full_disc_is_round_and_stays_in_its_box(width, height, expected):
    assert max(len(row.strip()) for row in text(disc(1.0, width, height))) == expected


@pytest.mark.parametrize("width", [6, 8, 20, 60])
def test_the_disc_visibly_grows_and_never_vanishes(width):
    sizes = [dots(disc(step / 8, width, width // 2)) for step in range(9)]
    assert sizes[0] > 0 and sizes[-1] >= 3 * sizes[0]
    assert all(a <= b for a, b in pairwise(sizes))


@pytest.mark.parametrize(
    ("level", "picture"),
    [
        (0.0, "| ▄▄▄           |\n|█████━━━━━━━━━━|\n| ▀▀▀           |"),
        (0.5, "|      ▄▄▄      |\n|━━━━━█████━━━━━|\n|      ▀▀▀      |"),
        (1.0, "|           ▄▄▄ |\n|━━━━━━━━━━█████|\n|           ▀▀▀ |"),
    ],
)
def test_a_rep_is_a_dot_that_runs_along_a_track(level, picture):
    assert text(track(level, 15, 3)) == drawn(picture)


def test_a_flat_track_has_a_flat_dot():
    assert text(track(0.5, 9, 1)) == ("━━━███━━━",)


@given(levels, st.integers(1, 60), st.integers(1, 9))
def test_the_dot_is_whole_wherever_it_is(level, width, height):
    assert lit(track(level, width, height)) == lit(track(0.0, width, height)) != ""


@pytest.mark.parametrize("height", [4, 9, 16])
def test_a_ring_fills_from_nothing_to_all_of_it(height):
    shown = [len(lit(ring(step / 8, 2 * height, height))) for step in range(9)]
    assert shown[0] == 0 and all(a < b for a, b in pairwise(shown))
    assert not any(run.look == "track" for row in ring(1.0, 2 * height, height) for run in row)


def test_a_ring_fills_clockwise_from_its_top():
    height = 9
    upper, lower = ring(0.25, 18, height)[: height // 2], ring(0.25, 18, height)[height // 2 + 1 :]
    left_half = [run for row in (*upper, *lower) for run in first_columns(row, 8) if run == "pacer"]
    assert lit(upper) and not lit(lower) and not left_half


def first_columns(row, columns: int) -> list[object]:
    """Return the look of each of the first columns of a row."""
    return [run.look for run in row for _ in run.text][:columns]


@given(levels, st.integers(4, 20))
def test_a_ring_keeps_its_outline_and_leaves_its_hole_free(level, height):
    rows, empty = text(ring(level, 2 * height, height)), text(ring(0.0, 2 * height, height))
    assert rows == empty
    free = int(ring_hole(2 * height, height))
    middle = rows[height // 2]
    assert middle[height - free : height + free].strip() == ""
