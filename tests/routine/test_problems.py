"""Problems as text and in order, and the fixes that name what would be right."""

import pytest

from leanbreath.routine.name_suggestions import nearest_name, suggestion
from leanbreath.routine.problems import Place, Problem, Problems

KEYS = ("breath", "hold", "reps", "cadence", "time")


@pytest.mark.parametrize(
    ("name", "known", "near"),
    [
        ("marhc", ("march", "head-glide"), "march"),
        ("breth", KEYS, "breath"),
        ("HOLD", KEYS, "hold"),
        ("preRun", ("pre-run", "daily"), "pre-run"),
        ("lunge", KEYS, ""),
        ("hold", (), ""),
        ("", KEYS, ""),
    ],
)
def test_the_nearest_name_is_the_most_similar_one_or_none(name: str, known: tuple[str, ...], near: str) -> None:
    assert nearest_name(name, known) == near


def test_a_nearest_name_keeps_its_capitals() -> None:
    assert nearest_name("c", "ABCD") == "C"


def test_a_suggestion_asks_for_the_nearest_name() -> None:
    assert suggestion("breth", KEYS) == 'did you mean "breath"? choose from breath, cadence, hold, reps, time'


def test_a_suggestion_without_a_near_name_lists_all_in_order() -> None:
    assert suggestion("zzz", KEYS) == "choose from breath, cadence, hold, reps, time"


def test_a_suggestion_from_one_name_or_none_says_so() -> None:
    assert suggestion("zzz", ["march"]) == "use march"
    assert suggestion("zzz", []) == "there are none"


def test_a_long_suggestion_is_cut_after_fourteen_names() -> None:
    names = [f"n{number:02}" for number in range(15)]
    assert suggestion("zzz", names) == f"choose from {', '.join(names[:14])}, …"
    assert suggestion("zzz", names[:14]) == f"choose from {', '.join(names[:14])}"


def test_a_problem_reads_as_place_message_and_fix() -> None:
    place = Place("x.yaml", 3, 7)
    assert str(Problem(place, "what is wrong", "what is right")) == "x.yaml:3:7: what is wrong; what is right"
    assert str(Problem(place, "what is wrong")) == "x.yaml:3:7: what is wrong"


def test_problems_appear_once_each_in_the_order_of_their_places() -> None:
    late, early = Problem(Place("x.yaml", 10, 1), "a"), Problem(Place("x.yaml", 9, 30), "b")
    first = Problem(Place("a.yaml", 99, 1), "c")
    assert Problems([late, early, late, first]).problems == (first, early, late)
