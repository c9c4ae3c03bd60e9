"""Routines stand below the occasion they are for; pinned ones come first."""

from leanbreath.presentation.routine_groups import routine_groups
from leanbreath.presentation.routine_summary import RoutineSummary


def row(id: str, kind: str) -> RoutineSummary:
    return RoutineSummary(id, id.title(), kind, 60.0, False, 0, (), (), "", "leanbreath")


ROWS = (row("home", "daily"), row("warm", "pre-run"), row("calf", "any"), row("easy", "pre-run"))


def listed(*pinned: str) -> list[tuple[str, list[str]]]:
    return [(group.heading, [each.id for each in group.rows]) for group in routine_groups(ROWS, pinned)]


def test_the_groups_follow_the_day_of_a_runner_and_empty_ones_are_left_out():
    assert listed() == [("before a run", ["warm", "easy"]), ("at home", ["home"]), ("one thing", ["calf"])]


def test_pinned_routines_come_first_in_the_order_of_pinning_and_only_there():
    assert listed("easy", "home") == [
        ("pinned", ["easy", "home"]),
        ("before a run", ["warm"]),
        ("one thing", ["calf"]),
    ]


def test_a_pin_of_a_routine_that_is_away_shows_nothing():
    assert listed("gone") == listed()
