"""What travels with the program reads without a problem and keeps the rules of its own house."""

from collections.abc import Iterator
from typing import get_args

import pytest

from leanbreath.routine.author_cue import AuthorCue
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.vocabulary import Limiter, Position
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE
from tests.routine.snippets import all_problems, drill_steps, value_of

LIBRARY = Library((bundled_folder("drills"),))
DRILLS, ROUTINES = sorted(LIBRARY.drill_files), sorted(LIBRARY.routine_files)
FAMILIES = {"raise", "breath", "calf", "hip", "core", "strength", "head", "lean"}


def lines_of(cues: tuple[AuthorCue, ...] | list[AuthorCue]) -> Iterator[str]:
    """Yield everything that cues may say."""
    for cue in cues:
        yield from (*cue.wordings, cue.short or "")


def test_every_bundled_file_reads_without_a_problem() -> None:
    assert [str(problem) for problem in all_problems(LIBRARY)] == []
    assert {"march", "half-kneel-breath"} < set(DRILLS)
    assert {"pre-run-6", "daily-12"} < set(ROUTINES)


@pytest.mark.parametrize("name", DRILLS)
def test_every_bundled_drill_names_bundled_alternatives(name: str) -> None:
    instead = value_of(LIBRARY.drill(name)).instead or {}
    assert set(instead.values()) <= set(DRILLS) - {name}


@pytest.mark.parametrize("name", DRILLS)
def test_the_alternatives_lead_to_a_drill_without_that_caution(name: str) -> None:
    for caution in value_of(LIBRARY.drill(name)).instead or {}:
        way = [name]
        while caution in (drill := value_of(LIBRARY.drill(way[-1]))).cautions:
            way.append(drill.instead[caution])
            assert len(set(way)) == len(way)


@pytest.mark.parametrize("name", DRILLS)
def test_a_drill_has_alternatives_only_for_its_own_cautions(name: str) -> None:
    drill = value_of(LIBRARY.drill(name))
    assert set(drill.instead or {}) <= set(drill.cautions)


@pytest.mark.parametrize("name", DRILLS)
def test_every_bundled_cue_has_at_most_nine_words(name: str) -> None:
    cues = value_of(LIBRARY.drill(name)).cues
    assert [text for text in lines_of(cues) if len(text.split()) > 9] == []


@pytest.mark.parametrize("name", ROUTINES)
def test_every_cue_of_a_bundled_routine_has_at_most_nine_words(name: str) -> None:
    cues = [cue for step in drill_steps(value_of(LIBRARY.routine(name)).steps) for cue in step.cues]
    assert [text for text in lines_of(cues) if len(text.split()) > 9] == []


@pytest.mark.parametrize("name", DRILLS)
def test_every_bundled_drill_starts_with_a_cue_on_each_of_its_sides(name: str) -> None:
    drill = value_of(LIBRARY.drill(name))
    starts = [cue for cue in drill.cues if cue.at.name == "start" and cue.set in (None, 1) and cue.rep is None]
    assert {cue.side for cue in starts} == ({"left", "right"} if drill.sides == "each" else {None})


@pytest.mark.parametrize("name", ROUTINES)
def test_optional_steps_have_priorities_in_order_and_are_never_the_last_drill(name: str) -> None:
    steps = list(drill_steps(value_of(LIBRARY.routine(name)).steps))
    order = sorted(step.priority or 0 for step in steps if step.optional)
    assert order == list(range(1, len(order) + 1))
    assert not steps[-1].optional
    assert all(step.optional for step in steps if step.drill.drill == "seesaw-belly")


@pytest.mark.parametrize("name", DRILLS)
def test_every_bundled_drill_is_in_the_folder_of_a_family(name: str) -> None:
    assert LIBRARY.drill_files[name].parent.name in FAMILIES


@pytest.mark.parametrize("name", DRILLS)
def test_the_dose_of_a_bundled_drill_is_between_its_least_and_its_most(name: str) -> None:
    drill = value_of(LIBRARY.drill(name))
    doses = [work.seconds for work in (drill.least, drill.work, drill.most) if work is not None]
    assert doses == sorted(doses)


def test_the_library_has_every_drill_of_the_fact_sheet() -> None:
    named = """
        constructive-rest hooklying-low-belly two-hand-check-breath seesaw-belly seesaw-hold crocodile-breath
        sphinx-breath all-fours-belly-hang leg-long-breath ninety-ninety-quiet ninety-ninety-exhale
        half-kneel-breath standing-hip-flexor-breath standing-soft-belly wall-lean-breath walk-breath
        side-lying-low-belly gastroc-wall-stretch soleus-wall-stretch step-heel-drop-stretch ankle-rock-wall
        ankle-rock-three-way calf-pump-walk half-kneel-hip-flexor couch-stretch bed-edge-hip-flexor
        dynamic-lunge-rock walking-lunge-reach leg-swing-sagittal glute-bridge hip-hinge-wall open-book
        seated-rotation march easy-walk jog micro-ankle-lean wall-lean-hold wall-lean-march wall-fall-catch
        fall-forward-start stop-start-game pose-hop-lean partner-lean-release band-resisted-lean
        lean-ladder-jog lean-by-pace pelvic-clock-12-6 pelvic-clock-lean head-glide gaze-far hands-high
    """
    assert set(named.split()) == set(DRILLS) - {"half-kneel-breath-tuck"}


@pytest.mark.parametrize("name", DRILLS)
def test_a_bundled_drill_says_everything_a_runner_should_know(name: str) -> None:
    drill = value_of(LIBRARY.drill(name))
    assert drill.why and drill.setup and drill.cues and drill.mistakes and drill.figure
    assert drill.evidence and drill.least and drill.most
    assert drill.sources or "LB065" in drill.allow  # and then it says that it is ours
    assert drill.work in drill.levels or not drill.levels


@pytest.mark.parametrize("name", ROUTINES)
def test_no_bundled_routine_needs_a_second_person_or_gear(name: str) -> None:
    assert max(drill.safety_class for drill in value_of(LIBRARY.routine(name)).drills()) < 3


LYING_OR_KNEELING = set(get_args(Position)) - {
    *("squat", "seated", "standing", "split-stance", "wall-lean", "walk", "jog"),
}


@pytest.mark.parametrize("name", ROUTINES)
def test_a_routine_before_a_run_that_needs_the_floor_says_so(name: str) -> None:
    routine = value_of(LIBRARY.routine(name))
    down = any(drill.position in LYING_OR_KNEELING for drill in routine.drills())
    assert not down or routine.kind != "pre-run" or "floor" in routine.about


@pytest.mark.parametrize("name", [name for name in ROUTINES if name.rpartition("-")[2].isdecimal()])
def test_a_routine_takes_the_minutes_of_its_name(name: str) -> None:
    assert abs(compose(value_of(LIBRARY.routine(name))).total / RATE / 60 - int(name.rpartition("-")[2])) < 0.5


SEATS = {
    "calves": "focus-calves",
    "hip-flexors": "focus-hip-flexors",
    "lower-abdomen": "focus-lower-belly",
    "core-stiff": "focus-core",
    "head": "focus-head",
    "hip-extensors": "focus-hip-extensors",
    "arms": "focus-arms",
    "lean-skill": "focus-lean",
}


@pytest.mark.parametrize("limiter", get_args(Limiter))
def test_every_limiter_has_a_routine_of_its_own(limiter: str) -> None:
    drills = list(value_of(LIBRARY.routine(SEATS[limiter])).drills())
    assert any(limiter in drill.helps for drill in drills)
    assert "lean-skill" in [drill.goal for drill in drills]


def test_the_tour_has_a_drill_of_every_family_except_those_that_need_running() -> None:
    drills = value_of(LIBRARY.routine("first-tour-7")).drills()
    assert {LIBRARY.drill_files[drill.drill].parent.name for drill in drills} == FAMILIES


@pytest.mark.parametrize("name", DRILLS)
def test_a_sore_achilles_is_never_sent_to_another_drill_for_the_calf(name: str) -> None:
    instead = (value_of(LIBRARY.drill(name)).instead or {}).get("achilles-insertion-pain")
    assert instead is None or not {"gastrocnemius", "soleus"} & set(value_of(LIBRARY.drill(instead)).targets)
