"""A session put together: what hurt today is left out or replaced."""

import pytest

from leanbreath.playback.session_setup import spared
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.problems import InvalidRequest
from leanbreath.score.compose import compose

LIBRARY = Library((bundled_folder("drills"),))


def test_what_hurt_today_is_replaced_and_named():
    routine = LIBRARY.routine("post-run-10").value
    score, without = spared(LIBRARY, routine, compose(routine), ("half-kneel-breath", "march"))
    done = {passage.drill for passage in score.passages}
    assert "half-kneel-breath" not in done and "standing-hip-flexor-breath" in done
    assert without == ("Half-kneeling breath",)


def test_nothing_that_hurt_comes_in_the_place_of_what_hurt():
    routine = LIBRARY.routine("post-run-10").value
    score, _ = spared(LIBRARY, routine, compose(routine), ("half-kneel-breath", "standing-hip-flexor-breath"))
    assert not {"half-kneel-breath", "standing-hip-flexor-breath"} & {passage.drill for passage in score.passages}


def test_a_routine_of_which_everything_hurt_is_not_begun():
    routine = LIBRARY.routine("focus-head").value
    everything = tuple(LIBRARY.drill_files)
    with pytest.raises(InvalidRequest, match="every drill of this routine hurt today"):
        spared(LIBRARY, routine, compose(routine), everything)
