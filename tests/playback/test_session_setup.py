"""The card before a session."""

import pytest

from leanbreath.playback.session_setup import card, spared
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.problems import InvalidRequest
from leanbreath.score.compose import compose

LIBRARY = Library((bundled_folder("drills"),))


def test_the_card_names_what_to_take_care_with_in_words_that_are_no_ids():
    routine = LIBRARY.routine("pre-run-6").value
    shown = card(routine, compose(routine), first=False)
    assert {"recent calf strain", "a risk of falling", "neck pain"} <= set(shown.cautions)
    assert "Take care with: a pinch in front of the ankle, a risk of falling, dizziness" in "\n".join(shown.lines)


def test_what_hurt_today_is_replaced_and_the_card_says_so():
    routine = LIBRARY.routine("post-run-10").value
    score, without = spared(LIBRARY, routine, compose(routine), ("half-kneel-breath", "march"))
    done = {passage.drill for passage in score.passages}
    assert "half-kneel-breath" not in done and "standing-hip-flexor-breath" in done
    lines = card(routine, score, first=False, without=without).lines
    assert "Left out today, since it hurt: Half-kneeling breath" in lines


def test_nothing_that_hurt_comes_in_the_place_of_what_hurt():
    routine = LIBRARY.routine("post-run-10").value
    score, _ = spared(LIBRARY, routine, compose(routine), ("half-kneel-breath", "standing-hip-flexor-breath"))
    assert not {"half-kneel-breath", "standing-hip-flexor-breath"} & {passage.drill for passage in score.passages}


def test_a_routine_of_which_everything_hurt_is_not_begun():
    routine = LIBRARY.routine("focus-head").value
    everything = tuple(LIBRARY.drill_files)
    with pytest.raises(InvalidRequest, match="every drill of this routine hurt today"):
        spared(LIBRARY, routine, compose(routine), everything)
