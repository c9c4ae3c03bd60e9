"""How much each kind covers of each quarter of a character, in samples."""

from math import pi

import pytest

from leanbreath.figure.camera import Camera
from leanbreath.figure.coverage import QUARTER_SAMPLES, SCAN_LINES, coverage
from leanbreath.figure.shapes import Capsule, Layer, disc
from leanbreath.routine.pose import Point

COLUMNS, ROWS = 10, 6
CAMERA = Camera(0.0, 0.0, 1.0, COLUMNS * SCAN_LINES, ROWS * 2 * SCAN_LINES, 2 * SCAN_LINES)
"""A scan line is a centimetre high: a quarter is 4 cm high and 2 cm wide, x goes from -20 to 20, y from 0 to 48."""

SQUARE_CENTIMETRE = QUARTER_SAMPLES / (SCAN_LINES * SCAN_LINES / 2)


def samples(*layers: Layer) -> dict[str, int]:
    """Return the samples of each kind in a whole picture."""
    found: dict[str, int] = {}
    for row in coverage(layers, CAMERA):
        for tag, counts in row.items():
            found[tag] = found.get(tag, 0) + sum(counts)
    return found


def bar(left: float, right: float, low: float, high: float) -> tuple[Capsule, ...]:
    """Return thin capsules that fill a box."""
    radius = (high - low) / 2
    return (Capsule(Point(left, low + radius), radius, Point(right, low + radius), radius),)


@pytest.mark.parametrize("radius", [11, 14, 16.5, 18])
@pytest.mark.parametrize("middle", [Point(0, 24), Point(0.3, 24.4), Point(-1.7, 22.9)])
def test_a_disc_covers_its_area(middle, radius):
    covered = samples(Layer("near", (disc(middle, radius),)))["near"]
    assert covered == pytest.approx(pi * radius**2 * SQUARE_CENTIMETRE, rel=0.01)


def test_every_row_has_a_number_for_each_quarter_and_none_has_too_many():
    layers = Layer("far", bar(-30, 30, 0, 48)), Layer("near", (disc(Point(0, 24), 15),), 2.0)
    rows = list(coverage(layers, CAMERA))
    assert len(rows) == 2 * ROWS
    assert {len(counts) for row in rows for counts in row.values()} == {2 * COLUMNS}
    assert all(sum(each) <= QUARTER_SAMPLES for row in rows for each in zip(*row.values(), strict=True))


@pytest.mark.parametrize(
    ("low", "expected"),
    [(44, [32, 0]), (43, [24, 8]), (42, [16, 16]), (41, [8, 24]), (40, [0, 32])],
)
def test_a_bar_as_high_as_a_quarter_is_shared_between_two_as_it_moves_down(low, expected):
    upper, lower, *_ = coverage([Layer("near", bar(-90, 90, low, low + 4))], CAMERA)
    assert [set(row.get("near", b"\0")) for row in (upper, lower)] == [{count} for count in expected]


def test_what_is_in_front_hides_what_is_behind():
    behind, front = Layer("far", (disc(Point(0, 24), 10),)), Layer("near", (disc(Point(0, 24), 10),))
    assert set(samples(behind, front)) == {"near"}
    alone, seen = samples(behind)["far"], samples(behind, front._replace(shapes=(disc(Point(0, 24), 6),)))
    assert seen["far"] + seen["near"] == alone


def test_a_halo_cuts_what_is_behind_but_not_the_surroundings():
    front = Layer("near", (disc(Point(0, 24), 6),), 2.0)
    limb, wall = (
        samples(Layer("far", bar(-90, 90, 4, 44)), front),
        samples(Layer("surroundings", bar(-90, 90, 4, 44)), front),
    )
    ring = pi * (8**2 - 6**2) * SQUARE_CENTIMETRE
    assert wall["surroundings"] - limb["far"] == pytest.approx(ring, rel=0.05)


@pytest.mark.parametrize("radius", [0.05, 0.2, 0.6])
def test_the_thinnest_line_still_fills_half_a_quarter_somewhere_in_each_row(radius):
    line = Layer("guide", (Capsule(Point(1, 2), radius, Point(9, 46), radius),))
    assert all(max(row["guide"]) >= QUARTER_SAMPLES / 2 for row in list(coverage([line], CAMERA))[1:-1])


def test_a_shape_without_any_radius_is_not_seen():
    assert samples(Layer("breath", (disc(Point(0, 24), 0),))) == {}
