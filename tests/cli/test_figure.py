"""`leanbreath figure`: what a drill or a pose looks like, in the terminal and as SVG."""

import sys
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from leanbreath.cli.commands.figure import figure
from tests.home import environment, leanbreath
from tests.terminal import Terminal

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("name", ["half-kneel-breath", "hooklying", "fall-forward-start"])
def test_a_drill_or_a_pose_is_drawn_and_described(tmp_path, name):
    result = leanbreath(tmp_path, "figure", name)
    assert result.returncode == 0 and result.stderr == ""
    assert max(map(len, result.stdout.splitlines())) <= 120
    assert sum(character in "▘▝▀▖▌▞▛▗▚▐▜▄▙▟█" for character in result.stdout) > 60


def test_the_poses_of_each_phase_are_drawn(tmp_path):
    shown = leanbreath(tmp_path, "figure", "fall-forward-start").stdout
    for about in ("Standing tall", "tips forward as one piece", "Jogging"):
        assert about in shown


@pytest.mark.parametrize(("more", "tinted"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_muscles_and_breath_are_coloured_at_a_terminal_with_colours(more, tinted):
    shown = CliRunner().invoke(figure, ["half-kneel-breath"], color=True, env={"TERM": "xterm", **more}).output
    assert ("\x1b[32m" in shown) == ("\x1b[33m" in shown) == tinted
    assert "▚" in shown and "▒" in shown


@pytest.mark.parametrize(
    ("more", "is_blended"),
    [
        ({"COLORTERM": "truecolor"}, True),
        ({"COLORTERM": ""}, False),
        ({"COLORTERM": "truecolor", "NO_COLOR": "1"}, False),
        ({"COLORTERM": "truecolor", "TERM": "dumb"}, False),
    ],
)
def test_a_figure_is_blended_at_a_terminal_that_shows_every_colour(tmp_path, more, is_blended):
    terminal = Terminal([sys.executable, "-m", "leanbreath", "figure", "sphinx"], {**environment(tmp_path), **more})
    terminal.end()
    shown = b"".join(chunk for _, chunk in terminal.chunks)
    assert (b"\x1b[38;2;" in shown) == is_blended
    assert b"Face down on the elbows" in shown


def test_a_figure_in_a_pipe_is_plain(tmp_path):
    assert "\x1b" not in leanbreath(tmp_path, "figure", "half-kneel-breath").stdout


def test_the_svg_of_a_drill_shows_all_its_poses_by_name(tmp_path):
    root = ElementTree.fromstring(leanbreath(tmp_path, "figure", "fall-forward-start", "--svg").stdout)  # noqa: S314
    assert len(root.findall(f"{SVG}svg")) == 3
    assert [each.text for each in root.findall(f"{SVG}text")] == ["set", "lean", "run"]
    names = [each.attrib["id"] for each in root.iter() if "id" in each.attrib]
    assert len(names) == len(set(names))


def test_the_svg_is_animated_and_has_a_title(tmp_path):
    result = leanbreath(tmp_path, "figure", "ankle-rock-wall", "--svg")
    root = ElementTree.fromstring(result.stdout)  # noqa: S314 - our own output
    assert root.findtext(f"{SVG}title") == "Ankle rocks at the wall"
    assert "heel stays down" in (root.findtext(f"{SVG}desc") or "")
    assert len(root.findall(f".//{SVG}path")) > 15
    moving = root.findall(f".//{SVG}animate")
    assert moving and all(len(each.attrib["values"].split(";")) > 8 for each in moving)


def test_the_left_side_differs_from_the_right(tmp_path):
    right, left = (
        leanbreath(tmp_path, "figure", "leg-swing-sagittal", "--side", side).stdout for side in ("right", "left")
    )
    assert right != left


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("pose: own\nframes:\n  - {hip: 0 80}\n", "own.yaml:3:5: the body is 15 cm inside the floor"),
        (
            "pose: own\nframes:\n  - {near-leg: {foot: 14 -8}}\n",
            "own.yaml:3:23: the near foot is 8 cm inside the floor; write foot: 14 0",
        ),
        ("pose: own\nframes:\n  - {hip: 0, lean: 5}\n", 'own.yaml:3:11: "hip": "0" is not a point'),
        ("pose: own\nframes: []\n", "own.yaml:2:9: a pose has 1 to 24 frames, not 0"),
        ("pose: own\nmoves: fast\nframes:\n  - {lean: 5}\n", '"fast" is not a way to move'),
        ("pose: own\nframes:\n  - {near-leg: {foot: 14 0, toe: 5}}\n", 'unknown key "toe"'),
        ("pose: other\nframes:\n  - {lean: 5}\n", 'the id "other" does not match the file name'),
    ],
)
def test_an_impossible_pose_is_reported_with_its_place(tmp_path, text, message):
    (tmp_path / "own.yaml").write_text(text)
    for command in ("check", "figure"):
        result = leanbreath(tmp_path, command, str(tmp_path / "own.yaml"))
        assert result.returncode == 1
        assert message in result.stdout + result.stderr


def test_check_reports_an_unknown_pose_and_an_unknown_phase(tmp_path):
    drill = "drill: own\ntitle: Own\ngoal: awareness\nposition: standing\nreps: 4 @ 2-0-1\nfigure: "
    (tmp_path / "own.yaml").write_text(f"{drill}marsch\n")
    assert 'own.yaml:6:9: no pose "marsch"' in leanbreath(tmp_path, "check", str(tmp_path / "own.yaml")).stdout
    (tmp_path / "own.yaml").write_text(f"{drill}{{there: march, bakc: walk}}\n")
    told = leanbreath(tmp_path, "check", str(tmp_path / "own.yaml")).stdout
    assert 'this drill has no phase "bakc"; did you mean "back"' in told


@pytest.mark.parametrize(
    ("name", "message"), [("marhc", 'no drill or pose "marhc"'), ("no/such.yaml", "cannot be read")]
)
def test_an_unknown_name_is_reported(tmp_path, name, message):
    result = leanbreath(tmp_path, "figure", name)
    assert result.returncode == 1 and message in result.stderr


def test_your_own_pose_can_be_created_formatted_and_drawn_for_your_own_drill(tmp_path):
    made = leanbreath(tmp_path, "new", "pose", "my-reach")
    assert made.returncode == 0
    assert leanbreath(tmp_path, "check", made.stdout.strip()).stdout.endswith("1 file: no problems\n")
    assert leanbreath(tmp_path, "fmt", "--check", made.stdout.strip()).returncode == 0
    assert "one hand rising" in leanbreath(tmp_path, "figure", "my-reach").stdout


def test_a_pose_out_of_reach_is_drawn_at_full_reach_and_the_nearest_point_is_named(tmp_path):
    (tmp_path / "far.yaml").write_text('pose: far\nabout: "A long step."\nframes:\n  - {near-leg: {foot: 80 0}}\n')
    result = leanbreath(tmp_path, "figure", str(tmp_path / "far.yaml"))
    assert result.returncode == 1 and "A long step." in result.stdout and len(result.stdout.splitlines()) > 10
    assert "out of reach; write foot: 67 18, the nearest point" in result.stderr.replace("\n", " ")
