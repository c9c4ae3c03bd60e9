"""A session put together: what hurt today is left out or replaced."""

from pathlib import Path

import pytest

from leanbreath.advice.single_drill import single_drill_routine
from leanbreath.playback.painful_drills import find_easier, find_substitute, read_substitutes, without_painful
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.position_families import POSITION_FAMILIES
from leanbreath.routine.problems import InvalidRequest
from leanbreath.score.compose import compose
from leanbreath.score.work_key import drill_name

LIBRARY = Library((bundled_folder("drills"),))


def without(routine, *painful: str):
    """Return the score of a routine without some drills."""
    return without_painful(LIBRARY, routine, compose(routine), painful, painful)


def test_a_drill_that_hurt_today_is_replaced():
    routine = LIBRARY.routine("post-run-10").value
    score = without(routine, "half-kneel-breath", "march")
    done = {passage.drill for passage in score.passages}
    assert "half-kneel-breath" not in done and "standing-hip-flexor-breath" in done


@pytest.mark.parametrize(
    ("routine", "drill", "seconds"), [("post-run-10", "half-kneel-breath", 15), ("pre-run-6", "ankle-rock-wall", 8)]
)
def test_there_is_time_to_get_up_to_a_substitute(routine, drill, seconds):
    score = without(LIBRARY.routine(routine).value, drill)
    (name,) = {each.drill for each in find_substitute(LIBRARY, LIBRARY.routine(routine).value, drill)}
    before = [each.gap_seconds for each in score.passages if each.kind == "ready" and each.drill == name]
    assert before[:1] == [seconds]


def test_what_may_replace_a_drill_is_read_before_it_hurts(tmp_path):
    for name, instead in (("first", "second"), ("second", "third"), ("third", "first")):
        (tmp_path / f"{name}.yaml").write_text(
            f"drill: {name}\ntitle: {name}\ngoal: awareness\nposition: standing\nhold: 20s\n"
            f"instead: {{knee-pain-kneeling: {instead}}}\n"
        )
    (tmp_path / "library").mkdir()
    for path in tmp_path.glob("*.yaml"):
        path.rename(tmp_path / "library" / path.name)
    library = Library((tmp_path,))
    own = single_drill_routine(library.drill("first").value)
    read_substitutes(library, lambda _: None)
    for path in (tmp_path / "library").iterdir():
        path.unlink()
    assert {each.drill for each in find_substitute(library, own, "second")} == {"third"}
    assert {each.drill for each in find_easier(library, own, "second")} == {"third"}


@pytest.mark.parametrize(
    ("drill", "easier"),
    [
        ("ankle-rock-wall", {"march"}),  # what its author names
        ("fall-forward-start", {"micro-ankle-lean"}),  # its author names the wall, which may be far
        ("half-kneel-breath", set()),  # its author names a drill on your feet
        ("sphinx-breath", set()),
        ("march", set()),
    ],
)
def test_something_easier_is_in_the_same_position(drill, easier):
    own = single_drill_routine(LIBRARY.drill(drill).value)
    assert {each.drill for each in find_easier(LIBRARY, own, drill)} == easier


def test_nothing_that_hurt_today_is_something_easier():
    own = single_drill_routine(LIBRARY.drill("ankle-rock-wall").value)
    assert {each.drill for each in find_easier(LIBRARY, own, "ankle-rock-wall", ("march",))} <= {"calf-pump-walk"}


def test_whatever_replaces_a_drill_during_a_session_keeps_the_runner_in_place_and_shares_no_caution():
    for name in LIBRARY.drill_files:
        drill = LIBRARY.drill(name).value
        for found in {each.drill for each in find_easier(LIBRARY, single_drill_routine(drill), name)}:
            other = LIBRARY.drill(found).value
            assert POSITION_FAMILIES[other.position] == POSITION_FAMILIES[drill.position]
            assert not set(other.cautions) & set(drill.cautions) and set(other.needs) <= set(drill.needs)


def test_no_painful_drill_replaces_another():
    routine = LIBRARY.routine("post-run-10").value
    score = without(routine, "half-kneel-breath", "standing-hip-flexor-breath")
    assert not {"half-kneel-breath", "standing-hip-flexor-breath"} & {passage.drill for passage in score.passages}


def test_a_routine_whose_drills_all_hurt_is_not_started():
    routine = LIBRARY.routine("focus-head").value
    everything = tuple(LIBRARY.drill_files)
    with pytest.raises(InvalidRequest, match="every drill in this routine hurt lately"):
        without(routine, *everything)


INLINE = "title: A\n    position: standing\n    goal: awareness\n    hold: {hold}\n    sets: 2\n    rest: 5s\n"
OWN = f"""routine: own
title: Own
steps:
  - {INLINE.format(hold="20s")}  - {INLINE.format(hold="30s")}  - {{drill: march, time: 60s}}
"""


def test_an_inline_drill_that_hurts_leaves_out_its_step_and_no_other_drill_of_that_title():
    routine = LIBRARY.routine_from(OWN.encode(), Path("own.yaml")).value
    assert list(routine.named_drills()) == ["1 A", "2 A", "march"]
    score = without(routine, "1 A")
    assert {passage.step for passage in score.passages} == {"2", "3"}


def test_the_names_of_a_routine_are_those_of_its_passages():
    for name in LIBRARY.routine_files:
        routine = LIBRARY.routine(name).value
        work = {drill_name(passage) for passage in compose(routine).passages if passage.kind == "work"}
        assert work <= set(routine.named_drills())
