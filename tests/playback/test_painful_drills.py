"""A session put together: what hurt today is left out or replaced."""

import pytest

from leanbreath.playback.painful_drills import without_painful
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.problems import InvalidRequest
from leanbreath.score.compose import compose

LIBRARY = Library((bundled_folder("drills"),))


def test_a_drill_that_hurt_today_is_replaced_and_named():
    routine = LIBRARY.routine("post-run-10").value
    score, without = without_painful(LIBRARY, routine, compose(routine), ("half-kneel-breath", "march"))
    done = {passage.drill for passage in score.passages}
    assert "half-kneel-breath" not in done and "standing-hip-flexor-breath" in done
    assert without == ("Half-kneeling breath",)


def test_no_painful_drill_replaces_another():
    routine = LIBRARY.routine("post-run-10").value
    score, _ = without_painful(LIBRARY, routine, compose(routine), ("half-kneel-breath", "standing-hip-flexor-breath"))
    assert not {"half-kneel-breath", "standing-hip-flexor-breath"} & {passage.drill for passage in score.passages}


def test_a_routine_whose_drills_all_hurt_is_not_started():
    routine = LIBRARY.routine("focus-head").value
    everything = tuple(LIBRARY.drill_files)
    with pytest.raises(InvalidRequest, match="every drill in this routine hurt today"):
        without_painful(LIBRARY, routine, compose(routine), everything)
