"""The figures of a page: outlines of one form, so that a browser may move between them."""

import re
from functools import cache

import pytest

from leanbreath.export.web.page_figures import PageFigures, figure_data
from leanbreath.figure.pose_scene import Shot, extent, scene_layers
from leanbreath.figure.shot_selection import PoseChoice
from leanbreath.figure.svg import path_data, upside_down
from tests.export.web.pages import LIBRARY, page_with

NUMBERS = 10
"""How many numbers an outline has."""


@cache
def pose(id):
    return LIBRARY.pose_at(LIBRARY.pose_files[id]).value


def chosen(id, mirrored=False, swapped=False, is_moving=True, follows=False):
    return PoseChoice(pose(id), mirrored, swapped, (), is_moving, follows)


@pytest.mark.parametrize("id", sorted(LIBRARY.pose_files))
def test_every_frame_of_a_figure_has_the_same_form(id):
    figure = figure_data(chosen(id))
    first, *others = figure["frames"]
    assert len(first) == sum(layer["shapes"] for layer in figure["layers"])
    assert all(len(outline) == NUMBERS for outline in first)
    for frame in others:
        assert len(frame) == len(first)
        assert all(outline is None or len(outline) == NUMBERS for outline in frame)


def test_an_outline_has_the_numbers_of_its_path():
    shot = Shot(pose("standing"))
    shape = upside_down(scene_layers(shot)[1].shapes[0], extent(shot.pose, False)[3])
    radius_again = (3, 9)  # a path has the radius of an arc twice
    written = [round(10 * float(number)) for number in re.findall(r"-?\d+\.\d", path_data(shape))]
    once = [number for index, number in enumerate(written) if index not in radius_again]
    assert figure_data(chosen("standing"))["frames"][0][1] == once


@pytest.mark.parametrize(
    ("id", "moves", "seconds", "frames"),
    [
        ("half-kneel", "level", 0, 7),
        ("gastroc-stretch", "settle", 3, 7),
        ("jog", "cycle", 0.72, 13),
        ("standing", "level", 0, 1),
    ],
)
def test_a_figure_moves_as_its_pose_does(id, moves, seconds, frames):
    figure = figure_data(chosen(id))
    assert (figure["moves"], figure["seconds"], len(figure["frames"])) == (moves, seconds, frames)


def test_a_cycle_ends_where_it_begins():
    first, *_, last = figure_data(chosen("jog"))["frames"]
    assert [one for one in last if one] == [one for one, other in zip(first, last, strict=True) if other]


def test_a_figure_lies_inside_of_its_box():
    left, low, right, high = extent(pose("leg-swing"), False)
    figure = figure_data(chosen("leg-swing"))
    assert figure["view_box"] == pytest.approx([left, 0, right - left, high - low], abs=0.05)


def test_the_left_side_is_drawn_mirrored():
    one, other = (figure_data(chosen("half-kneel", mirrored)) for mirrored in (False, True))
    assert one["view_box"][0] == pytest.approx(-(other["view_box"][0] + other["view_box"][2]), abs=0.1)
    assert one["frames"][0] != other["frames"][0]


def test_limbs_change_sides_when_the_far_ones_work():
    assert (
        figure_data(chosen("calf-pump"))["frames"][-1] != figure_data(chosen("calf-pump", swapped=True))["frames"][-1]
    )


def test_a_still_figure_has_one_frame():
    figure = figure_data(chosen("jog", is_moving=False))
    assert (figure["moves"], len(figure["frames"])) == ("level", 1)


def test_a_settled_figure_breathes_with_the_pacer():
    figure = figure_data(chosen("gastroc-stretch", follows=True))
    assert (figure["moves"], len(figure["frames"])) == ("level", 7)
    assert (
        figure["layers"] != figure_data(chosen("gastroc-stretch"))["layers"]
        or figure["frames"][1] != figure["frames"][0]
    )


def test_a_lean_has_its_degrees_in_each_frame():
    figure = figure_data(chosen("fall-lean"))
    degrees = figure["lean"]["degrees"]
    assert len(degrees) == len(figure["frames"]) and degrees[-1] > degrees[0] >= 0
    assert figure_data(chosen("jog"))["lean"] is None


def test_a_figure_is_there_once():
    figures = PageFigures()
    assert [figures.index(each) for each in (chosen("jog"), None, chosen("half-kneel"), chosen("jog"))] == [
        0,
        None,
        1,
        0,
    ]
    assert len(figures.rows) == 2


def test_in_a_gap_the_next_drill_is_shown_as_it_starts():
    page = page_with(
        "  - {drill: march, time: 6s}\n  - {drill: leg-swing-sagittal, reps: 4 @ 2s, sides: left, ready: 8s}\n"
    )
    ready, work = (next(each for each in page["segments"] if each["kind"] == kind) for kind in ("ready", "rep"))
    assert ready["figure"] == work["figure"] and ready["curve"] is None and page["curves"][work["curve"]][0] == 0


def test_nothing_moves_in_a_count_in():
    page = page_with("  - {drill: march, time: 6s}\n")
    lead, work = page["segments"]
    assert len(page["figures"][lead["figure"]]["frames"]) == 1
    assert page["figures"][work["figure"]]["moves"] == "cycle"
