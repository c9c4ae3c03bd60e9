"""Every bundled drill has a figure, and no body is in the floor, in a wall, or torn apart."""

import pytest

from leanbreath.cli.folders import bundled
from leanbreath.figure.geometry import faults
from leanbreath.figure.scene import STEPS, Shot, draw, extent, posed_body
from leanbreath.figure.shapes import MUSCLES, layers
from leanbreath.routine.library import Library
from leanbreath.routine.pose import Arm, Frame, Leg, Point, Pose

LIBRARY = Library((bundled("drills"),))
POSES = sorted(LIBRARY.pose_files)
DRILLS = sorted(LIBRARY.drill_files)


def pose(name: str) -> Pose:
    reading = LIBRARY.pose(LIBRARY.pose_files[name])
    assert reading.value is not None and not reading.problems
    return reading.value


@pytest.mark.parametrize("name", DRILLS)
def test_every_bundled_drill_names_poses_that_are_there(name):
    drill = LIBRARY.drill(name).value
    assert drill.poses and set(drill.poses) <= set(POSES)


@pytest.mark.parametrize("name", POSES)
def test_nobody_is_in_the_floor_or_a_wall_at_any_moment(name):
    shown = pose(name)
    assert faults(shown) == ()
    for step in range(STEPS + 1):
        boxes = [shape.box for layer in layers(posed_body(shown, step / STEPS)) for shape in layer.shapes]
        assert shown.view == "above" or min(box[1] for box in boxes) > -2
        assert shown.wall is None or max(box[2] for box in boxes) < shown.wall + 2


@pytest.mark.parametrize("name", POSES)
@pytest.mark.parametrize("size", [(20, 8), (38, 14), (60, 28), (120, 50)])
def test_a_picture_is_as_large_as_it_was_asked_for_whatever_the_moment(name, size):
    columns, rows = size
    for step in range(0, STEPS + 1, 8):
        for mirrored in (False, True):
            drawn = draw(Shot(pose(name), step, mirrored), columns, rows)
            assert len(drawn) == rows
            assert {sum(len(run.text) for run in row) for row in drawn} == {columns}


@pytest.mark.parametrize("name", POSES)
def test_the_left_is_the_mirror_of_the_right(name):
    right, left = extent(pose(name), False), extent(pose(name), True)
    assert (left[0], left[2]) == (-right[2], -right[0])


@pytest.mark.parametrize("name", [name for name in POSES if len(pose(name).frames) > 1])
def test_what_has_more_than_one_frame_is_seen_to_move(name):
    shown = pose(name)
    seen = {text(draw(Shot(shown, step), 38, 14)) for step in range(0, STEPS, 6)}
    assert len(seen) > 1


def text(rows) -> str:
    return "\n".join("".join(run.text for run in row).rstrip() for row in rows)


@pytest.mark.parametrize(
    ("name", "fills"),
    [("hooklying", {"belly"}), ("seesaw", {"belly", "chest"}), ("crocodile", {"belly"}), ("march", set())],
)
def test_belly_and_chest_fill_each_by_itself(name, fills):
    shown = [posed_body(pose(name), way) for way in (0.0, 0.5, 1.0)]
    moved = {part for part in ("belly", "chest") if len({getattr(body, part) for body in shown}) > 1}
    assert moved == fills


def test_in_the_seesaw_the_chest_fills_as_the_belly_falls():
    empty, full = posed_body(pose("seesaw"), 0.0), posed_body(pose("seesaw"), 1.0)
    assert (empty.belly, empty.chest, full.belly, full.chest) == (1, 0, 0, 1)


@pytest.mark.parametrize("name", [name for name in POSES if pose(name).angle])
def test_the_lean_is_written_as_the_body_leans(name):
    shown = pose(name)
    for step in (0, STEPS):
        written = f"{abs(round(posed_body(shown, step / STEPS).lean))}°"
        assert written in text(draw(Shot(shown, step), 60, 28))


def test_the_wall_lean_leans_as_far_as_the_drill_asks():
    asked = {LIBRARY.drill(name).value.lean for name in ("wall-lean-breath", "wall-lean-march")}
    assert asked == {8}
    assert posed_body(pose("wall-lean"), 0.0).lean == pytest.approx(8, abs=0.6)


def test_every_muscle_can_be_tinted():
    targets = {target for name in DRILLS for target in LIBRARY.drill(name).value.targets}
    assert targets <= set(MUSCLES)
    tags = {
        run.tag for row in draw(Shot(pose("gastroc-stretch"), 0, targets=("gastrocnemius",)), 60, 28) for run in row
    }
    assert "muscle" in tags


@pytest.mark.parametrize(
    ("shown", "message"),
    [
        (Pose(frames=(Frame(hip=Point(0, 80)),)), "the body is 15 cm in the floor"),
        (
            Pose(frames=(Frame(near_leg=Leg(foot=Point(14, 0)), near_arm=Arm(hand=Point(90, 130))),)),
            "the near hand is 29 cm out of reach",
        ),
        (Pose(wall=20, frames=(Frame(near_leg=Leg(hip=60)),)), "the body is 72 cm in the wall"),
        (
            Pose(frames=(Frame(near_leg=Leg(foot=Point(14, 0))), Frame(near_leg=Leg(hip=10)))),
            "one frame puts a foot or a hand at a point where another gives angles",
        ),
    ],
)
def test_what_no_body_can_do_is_told(shown, message):
    assert message in {fault.message for fault in faults(shown)}
