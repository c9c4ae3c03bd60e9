"""Every bundled drill has a figure, and no body is inside the floor or a wall, or torn apart."""

import pytest

from leanbreath.figure.body_outline import body_layers
from leanbreath.figure.camera import fit_camera
from leanbreath.figure.geometry import pose_faults
from leanbreath.figure.motion import complete_frames, is_breathing
from leanbreath.figure.muscles import MUSCLES
from leanbreath.figure.picture import Blend, Mix, Rows
from leanbreath.figure.pose_scene import BREATH_STEPS, STEPS, Shot, extent, lean_of, posed_body
from leanbreath.figure.raster import rasterise
from leanbreath.figure.shot_picture import blend_shot, draw_shot
from leanbreath.figure.trunk import trunk
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.pose import Arm, Frame, Leg, Point, Pose
from tests.quick_cases import quick_values

LIBRARY = Library((bundled_folder("drills"),))
POSES = sorted(LIBRARY.pose_files)
DRILLS = sorted(LIBRARY.drill_files)


def pose(name: str) -> Pose:
    reading = LIBRARY.pose_at(LIBRARY.pose_files[name])
    assert reading.value is not None and not reading.problems
    return reading.value


@pytest.mark.parametrize("name", DRILLS)
def test_every_bundled_drill_names_existing_poses(name):
    drill = LIBRARY.drill(name).value
    assert drill.poses and set(drill.poses) <= set(POSES)


@pytest.mark.parametrize("name", POSES)
def test_no_body_is_ever_inside_the_floor_or_a_wall(name):
    shown = pose(name)
    assert pose_faults(shown) == ()
    for step in range(STEPS + 1):
        posed = posed_body(shown, step / STEPS)
        boxes = [shape.box for layer in body_layers(posed, tuple(MUSCLES)) for shape in layer.shapes]
        assert shown.view == "above" or min(box[1] for box in boxes) > -2
        if shown.wall is not None:
            side = 2 if shown.wall > 0 else 0
            assert max((box[side] - shown.wall) * (1 if side else -1) for box in boxes) < 2


TARGETED = [(name, target) for name in DRILLS for target in LIBRARY.drill(name).value.targets]


@pytest.mark.parametrize(("name", "target"), TARGETED)
def test_muscles_lie_inside_the_body(name, target):
    for id in LIBRARY.drill(name).value.poses:
        camera = fit_camera(extent(pose(id), False), 80, 40)
        for way in (0.0, 0.5, 1.0):
            drawn = list(body_layers(posed_body(pose(id), way), (target,)))
            inside = rasterise(
                tuple(shape for layer in drawn if layer.tag != "muscle" for shape in layer.shapes), camera
            )
            patch = rasterise(
                tuple(shape for layer in drawn if layer.tag == "muscle" for shape in layer.shapes), camera
            )
            dots = sum(row.bit_count() for row in patch)
            outside = sum((row & ~other).bit_count() for row, other in zip(patch, inside, strict=True))
            assert dots and outside <= dots / 20


@pytest.mark.parametrize("name", POSES)
@pytest.mark.parametrize("size", quick_values([(20, 8), (38, 14), (60, 28), (120, 50)], (20, 8)))
def test_a_picture_has_the_size_asked_for_at_every_moment(name, size):
    columns, rows = size
    for step in range(0, STEPS + 1, 16):
        for mirrored in (False, True):
            drawn = draw_shot(Shot(pose(name), step, mirrored), columns, rows)
            assert len(drawn) == rows
            assert {sum(len(run.text) for run in row) for row in drawn} == {columns}


@pytest.mark.parametrize("name", POSES)
@pytest.mark.parametrize("size", [(1, 1), (39, 14)])
def test_a_blended_picture_has_the_size_asked_for_and_is_the_same_each_time(name, size):
    columns, rows = size
    for step in (0, STEPS):
        for mirrored in (False, True):
            shot = Shot(pose(name), step, mirrored)
            drawn = blend_shot(shot, columns, rows)
            assert len(drawn) == rows
            assert {sum(len(run.text) for run in row) for row in drawn} == {columns}
            assert drawn == blend_shot.__wrapped__(shot, columns, rows)


@pytest.mark.parametrize("name", [name for name in POSES if not pose(name).shows and pose(name).view == "side"])
@pytest.mark.parametrize("size", quick_values([(39, 14), (57, 24)], (39, 14)))
def test_a_blended_floor_is_as_thick_as_half_a_character_and_begins_with_one(name, size):
    last = [row for row in blend_shot(Shot(pose(name)), *size) if any(is_floor(run.look) for run in row)]
    assert last and sum(len(run.text) for run in last[-1] if is_floor(run.look)) >= size[0] / 6


def is_floor(look) -> bool:
    """Return whether half of a character, the lower or the upper, is all floor."""
    return isinstance(look, Blend) and Mix("surroundings") in look


@pytest.mark.parametrize("name", POSES)
def test_left_is_the_mirror_image_of_right(name):
    right, left = extent(pose(name), False), extent(pose(name), True)
    assert (left[0], left[2]) == (-right[2], -right[0])


@pytest.mark.parametrize("name", [name for name in POSES if len(pose(name).frames) > 1])
def test_a_pose_with_several_frames_visibly_moves(name):
    shown = pose(name)
    seen = {text(draw_shot(Shot(shown, step), 38, 14)) for step in range(0, STEPS, 6)}
    assert len(seen) > 1


SIZES = [(29, 9), (39, 14), (57, 24)]
BREATHING = [name for name in DRILLS if LIBRARY.drill(name).value.work.kind == "breath"]


def cells(rows: Rows, tag: str) -> list[tuple[int, int]]:
    """Return where characters of a kind are that are not empty."""
    found = []
    for y, row in enumerate(rows):
        letters = [(letter, run.look) for run in row for letter in run.text]
        found += [(x, y) for x, (letter, kind) in enumerate(letters) if kind == tag and letter not in " \u2800"]
    return found


@pytest.mark.parametrize(
    "name", [*(name for name in BREATHING if name != "seesaw-belly"), "walk-breath", "constructive-rest"]
)
@pytest.mark.parametrize("size", [(39, 14), (57, 24)])
def test_a_full_breath_is_plainly_visible_and_an_empty_one_is_not(name, size):
    drill = LIBRARY.drill(name).value
    shown = pose(drill.poses[0])
    steps = range(0, STEPS, 8) if shown.moves.name == "cycle" else (STEPS,)
    if is_breathing(shown):
        empty, full = Shot(shown, 0), [Shot(shown, STEPS // 2 if shown.moves.name == "cycle" else STEPS)]
    else:
        empty, full = Shot(shown, 0, breath=0), [Shot(shown, step, breath=BREATH_STEPS) for step in steps]
    assert not cells(draw_shot(empty._replace(targets=drill.targets), *size), "breath")
    for each in full:
        assert len(cells(draw_shot(each._replace(targets=drill.targets), *size), "breath")) >= 6


@pytest.mark.parametrize("size", [(39, 14), (57, 24)])
def test_in_the_seesaw_air_goes_from_the_belly_to_the_chest(size):
    belly, chest = (cells(draw_shot(Shot(pose("seesaw"), step), *size), "breath") for step in (0, STEPS))
    assert len(belly) >= 6 and len(chest) >= 6
    assert sum(x for x, _ in chest) / len(chest) < sum(x for x, _ in belly) / len(belly) - 4


@pytest.mark.parametrize("name", ["hooklying", "two-hands", "ninety-ninety", "leg-long"])
def test_lying_on_the_back_the_belly_rises(name):
    empty, full = (max(shape.box[3] for shape in trunk(posed_body(pose(name), way))) for way in (0.0, 1.0))
    assert full > empty + 6


@pytest.mark.parametrize("name", [name for name in POSES if pose(name).angle])
@pytest.mark.parametrize("size", quick_values(SIZES, (39, 14)))
def test_the_plumb_line_is_visible_beside_the_body_at_any_size(name, size):
    for step in range(0, STEPS, 8):
        shown = draw_shot(Shot(pose(name), step), *size)
        rows = [y for _, y in cells(shown, "guide")]
        assert len(set(rows)) >= size[1] / 2


@pytest.mark.parametrize("name", [name for name in POSES if pose(name).wall is not None])
@pytest.mark.parametrize("size", quick_values(SIZES, (39, 14)))
def test_a_wall_is_visible_from_floor_to_ceiling_at_any_size(name, size):
    camera = fit_camera(extent(pose(name), False), *size)
    column = int(camera.dot(Point(pose(name).wall, 0)).x / 2)
    for step in range(0, STEPS, 8):
        wall = [y for x, y in cells(draw_shot(Shot(pose(name), step), *size), "surroundings") if abs(x - column) <= 1]
        assert len(set(wall)) >= extent(pose(name), False)[3] * camera.scale / 4 * 0.5


@pytest.mark.parametrize("name", [name for name in POSES if not pose(name).shows and pose(name).view == "side"])
@pytest.mark.parametrize("size", quick_values(SIZES, (39, 14)))
def test_the_floor_is_visible_at_any_size_and_stays_put(name, size):
    camera = fit_camera(extent(pose(name), False), *size)
    row = min(int(camera.dot(Point(0, -1)).y / 4), size[1] - 1)
    for step in range(0, STEPS, 8):
        assert sum(y == row for _, y in cells(draw_shot(Shot(pose(name), step), *size), "surroundings")) >= 2


@pytest.mark.parametrize("name", [name for name in POSES if pose(name).wall and pose(name).wall > 0])
def test_a_hand_placed_on_a_wall_touches_it(name):
    frames = complete_frames(pose(name))
    if name == "wall-fall-catch":  # whose hands come to the wall
        frames = frames[-1:]
    hands = [arm.hand.x + 3 for frame in frames for arm in (frame.near_arm, frame.far_arm) if arm.hand]
    assert all(abs(hand - pose(name).wall) <= 1.5 for hand in hands)


@pytest.mark.parametrize("name", ["couch-stretch", "hip-hinge"])
def test_a_body_that_leans_back_on_a_wall_touches_it(name):
    shown = pose(name)
    boxes = [shape.box for layer in body_layers(posed_body(shown, 1.0)) for shape in layer.shapes]
    assert abs(min(box[0] for box in boxes) - shown.wall) <= 2


def test_the_partner_is_touched_throughout():
    shown = pose("partner-lean")
    palms = min(min(thing.from_.x, thing.to.x) for thing in shown.things)
    for step in range(STEPS + 1):
        assert palms < max(shape.box[2] for shape in trunk(posed_body(shown, step / STEPS)))


@pytest.mark.parametrize(("name", "leans"), [("lean-ladder-jog", {4, 6, 8}), ("lean-by-pace", {3, 11})])
def test_a_drill_about_the_lean_shows_it_growing_and_shrinking(name, leans):
    shown = [pose(id) for id in LIBRARY.drill(name).value.poses if pose(id).angle]
    written = {
        text(draw_shot(Shot(each, step), 57, 24)).split("°")[0].split()[-1] for each in shown for step in (0, STEPS)
    }
    assert written == {str(lean) for lean in leans}


def test_muscle_breath_and_body_differ_without_colour():
    shown = draw_shot(Shot(pose("half-kneel"), STEPS, targets=("hip-flexor",)), 57, 24)
    letters = {tag: {letter for row in shown for run in row if run.look == tag for letter in run.text} for tag in TAGS}
    assert "▚" in letters["muscle"] and "▒" in letters["breath"] and "█" in letters["near"]
    assert not {"█", "▒"} & letters["muscle"] and "█" not in letters["breath"] and "▒" not in letters["near"]


TAGS = ("near", "muscle", "breath")


def text(rows) -> str:
    return "\n".join("".join(run.text for run in row).rstrip() for row in rows)


@pytest.mark.parametrize(
    ("name", "fills"),
    [("hooklying", {"belly"}), ("seesaw", {"belly", "chest"}), ("crocodile", {"belly"}), ("march", set())],
)
def test_belly_and_chest_fill_independently(name, fills):
    shown = [posed_body(pose(name), way) for way in (0.0, 0.5, 1.0)]
    moved = {part for part in ("belly", "chest") if len({getattr(body, part) for body in shown}) > 1}
    assert moved == fills


def test_in_the_seesaw_the_chest_fills_as_the_belly_falls():
    empty, full = posed_body(pose("seesaw"), 0.0), posed_body(pose("seesaw"), 1.0)
    assert (empty.belly, empty.chest, full.belly, full.chest) == (1, 0, 0, 1)


@pytest.mark.parametrize("name", [name for name in POSES if pose(name).angle])
def test_the_label_of_a_lean_matches_the_body(name):
    shown = pose(name)
    for step in (0, STEPS):
        written = f"{abs(round(lean_of(Shot(shown, step))[1]))}°"
        assert written in text(draw_shot(Shot(shown, step), 60, 28))


def test_the_wall_lean_leans_as_far_as_the_drill_asks():
    asked = {LIBRARY.drill(name).value.lean for name in ("wall-lean-breath", "wall-lean-march")}
    assert asked == {8}
    assert posed_body(pose("wall-lean"), 0.0).lean == pytest.approx(8, abs=0.6)


def test_every_muscle_can_be_tinted():
    targets = {target for name in DRILLS for target in LIBRARY.drill(name).value.targets}
    assert targets <= set(MUSCLES)
    tags = {
        run.look
        for row in draw_shot(Shot(pose("gastroc-stretch"), 0, targets=("gastrocnemius",)), 60, 28)
        for run in row
    }
    assert "muscle" in tags


@pytest.mark.parametrize(
    ("shown", "message"),
    [
        (Pose(frames=(Frame(hip=Point(0, 80)),)), "the body is 15 cm inside the floor"),
        (
            Pose(frames=(Frame(near_leg=Leg(foot=Point(14, 0)), near_arm=Arm(hand=Point(90, 130))),)),
            "the near hand is 29 cm out of reach",
        ),
        (Pose(wall=20, frames=(Frame(near_leg=Leg(hip=60)),)), "the body is 72 cm inside the wall"),
        (Pose(wall=-20, frames=(Frame(near_leg=Leg(hip=-60)),)), "the body is 64 cm inside the wall"),
        (
            Pose(frames=(Frame(near_leg=Leg(foot=Point(14, 0))), Frame(near_leg=Leg(hip=10)))),
            "one frame puts a foot or a hand at a point where another gives angles",
        ),
    ],
)
def test_impossible_poses_are_reported(shown, message):
    assert message in {fault.message for fault in pose_faults(shown)}
