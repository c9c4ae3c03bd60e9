"""What no body can do is reported once, at the exact key, with a fix."""

import pytest

from leanbreath.authoring.pose_check import pose_problems
from leanbreath.routine.reader.pose import read_pose
from tests.routine.snippets import problem_text

MIXED = "one frame puts a foot or a hand at a point where another gives angles"
STAND = "  - {hip: 0 94, near-leg: {foot: 14 0}"


def problems_of(lines: str) -> list[str]:
    """Return the problems of a pose with these lines, as text."""
    return [problem_text(problem) for problem in pose_problems(read_pose(f"pose: x\n{lines}".encode(), "x.yaml"))]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            "frames:\n  - {near-leg: {foot: 14 -8}}\n  - {near-arm: {shoulder: 90}}\n",
            ["3:23: the near foot is 8 cm inside the floor; write foot: 14 0"],
            id="a foot in the floor, which another foot and another frame follow",
        ),
        pytest.param(
            f"frames:\n{STAND}, near-arm: {{hand: 20 120}}}}\n  - {{hip: 0 30, near-arm: {{hand: 40 0}}}}\n",
            ["4:34: the near hand is 3 cm inside the floor; write hand: 40 3"],
            id="a hand in the floor",
        ),
        pytest.param(
            f"wall: 40\nframes:\n{STAND}, near-arm: {{hand: 30 120}}}}\n  - {{near-arm: {{hand: 55 120}}}}\n",
            ["5:23: the near hand is 18 cm inside the wall; write hand: 37 120"],
            id="a hand in the wall in front",
        ),
        pytest.param(
            f"wall: -30\nframes:\n{STAND}, near-arm: {{hand: -32 120}}}}\n",
            ["4:58: the near hand is 5 cm inside the wall; write hand: -27 120"],
            id="a hand in the wall behind",
        ),
        pytest.param(
            "frames:\n  - {near-leg: {foot: 80 0}}\n  - {lean: 5}\n",
            ["3:23: the near foot is 22 cm out of reach; write foot: 67 18, the nearest point, or move the hip"],
            id="a foot that is too far away, reported once",
        ),
        pytest.param(
            f"frames:\n{STAND}, near-arm: {{hand: 20 120}}}}\n  - {{near-arm: {{hand: 140 140}}}}\n",
            ["4:23: the near hand is 78 cm out of reach; write hand: 62 142, the nearest point, or move the hip"],
            id="a hand that is too far away in the second frame",
        ),
        pytest.param(
            f"frames:\n{STAND}, near-arm: {{shoulder: 10}}}}\n  - {{near-arm: {{hand: 140 140}}}}\n",
            [f"4:16: {MIXED}; write both the same way, so that the frames between them can be worked out"],
            id="a point after angles, reported once",
        ),
        pytest.param(
            "frames:\n  - {hip: 0 4, near-leg: {foot: 14 0}}\n  - {near-arm: {shoulder: 90}}\n",
            ["3:5: the body is 11 cm inside the floor; raise the hip, or bend the lowest limb"],
            id="a body in the floor, which another frame inherits",
        ),
        pytest.param(
            f"wall: 40\nframes:\n{STAND}}}\n  - {{near-arm: {{shoulder: 80}}}}\n",
            ["5:5: the body is 24 cm inside the wall; move the wall or the body"],
            id="an arm that is raised into the wall in the second frame",
        ),
    ],
)
def test_an_impossible_pose_is_reported_once_at_its_place(lines: str, expected: list[str]) -> None:
    assert problems_of(lines) == expected


def test_a_body_seen_from_above_may_lie_on_either_side() -> None:
    assert (
        problems_of("view: above\nframes:\n  - {hip: 0 0, lean: 90, near-leg: {hip: 10}, near-arm: {hand: 60 -30}}\n")
        == []
    )


@pytest.mark.parametrize(
    "lines",
    [
        "frames:\n  - {near-leg: {foot: %s}}\n  - {lean: 5}\n",
        "frames:\n  - {hip: 0 90, near-leg: {foot: 14 0}, far-leg: {foot: %s}}\n",
    ],
)
@pytest.mark.parametrize("point", ["80 0", "-110 0", "120 40"])
def test_the_nearest_point_is_within_reach(lines: str, point: str) -> None:
    (problem,) = problems_of(lines % point)
    nearest = problem.split("write foot: ")[1].split(",")[0]
    assert "out of reach" in problem and not any("reach" in each for each in problems_of(lines % nearest))
