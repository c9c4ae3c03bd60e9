"""The routine by which `watch` plays a file."""

from pathlib import Path

import pytest

from leanbreath.authoring.preview import pose_routine, preview_routine
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.reader.pose import read_pose
from leanbreath.score.compose import compose
from leanbreath.score.count_in import outside_cues
from tests.routine.snippets import value_of

LIBRARY = Library((bundled_folder("drills"),))
ROUTINE = "routine: x\ntitle: X\nsteps:\n  - {drill: march}\n"
DRILL = "drill: x\ntitle: X\ngoal: awareness\nposition: standing\nhold: 20s\n"
POSE = "pose: x\nframes:\n  - {hip: 0 94, near-leg: {foot: 14 0}}\n"


@pytest.mark.parametrize(("text", "kinds"), [(ROUTINE, ["work"]), (DRILL, ["move", "work"]), (POSE, ["work"])])
def test_a_routine_a_drill_and_a_pose_can_be_previewed(tmp_path: Path, text: str, kinds: list[str]) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text)
    routine = preview_routine(path, LIBRARY)
    assert routine is not None
    assert [passage.kind for passage in compose(routine).passages] == kinds


@pytest.mark.parametrize("text", [f"{ROUTINE}tim: 5s\n", f"{DRILL}tim: 5s\n", f"{POSE}tim: 5s\n", "plan: x\n"])
def test_a_file_with_a_mistake_or_of_another_kind_has_no_preview(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text)
    assert preview_routine(path, LIBRARY) is None


def test_a_missing_file_has_no_preview(tmp_path: Path) -> None:
    assert preview_routine(tmp_path / "gone.yaml", LIBRARY) is None


def test_a_pose_is_shown_at_once_and_its_title_has_no_full_stop() -> None:
    pose = value_of(read_pose(b'pose: x\nabout: "Both hands rise."\nframes:\n  - {lean: 5}\n', "x.yaml"))
    score = compose(pose_routine(pose))
    assert score.passages[0].kind == "work"
    assert [cue.say for cue in outside_cues(score)] == ["Get ready.", "Both hands rise. 30 breaths."]
