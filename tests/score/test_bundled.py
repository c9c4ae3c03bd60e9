"""Timed routines match their timetables: totals, and the second at which everything begins. Bundled ones are sound."""

import pytest

from leanbreath.score.passage import Passage
from leanbreath.score.score import RATE
from tests.score.making import ALL, NAMES, bundled_score, second, starts, timed_score
from tests.score.timetables import TABLES, TOTALS


def seconds(clock: str) -> int:
    minutes, rest = clock.split(":")
    return 60 * int(minutes) + int(rest)


def row(passage: Passage) -> str:
    if passage.kind == "work":
        return f"{passage.drill} {passage.side or ''}".strip()
    return "switch" if passage.kind == "switch" else "gap"


@pytest.mark.parametrize("name", NAMES)
def test_the_total_matches_the_timetable_to_the_frame(name):
    assert timed_score(name).total == TOTALS[name] * RATE


@pytest.mark.parametrize("name", NAMES)
def test_everything_begins_when_the_timetable_says(name):
    score = timed_score(name)
    table = [line.split(" ", 1) for line in TABLES[name].strip().splitlines()]
    composed = [(score.passage_span(i)[0], row(passage)) for i, passage in enumerate(score.passages)]
    assert composed == [(seconds(clock) * RATE, what) for clock, what in table]


@pytest.mark.parametrize("name", ALL)
def test_both_sides_last_equally_long(name):
    score = bundled_score(name)
    lengths = {"left": 0, "right": 0}
    for segment in score.segments:
        if segment.kind != "switch" and score.passages[segment.passage].side:
            lengths[segment.side] += segment.end - segment.start
    assert lengths["left"] == lengths["right"]


@pytest.mark.parametrize(
    ("name", "step", "lengths"),
    [
        ("pre-run-6", "2", [4, 5] * 6),
        ("pre-run-6", "5", [2, 1] * 8 + [4] + [2, 1] * 8),
        ("pre-run-6", "10", [3, 6, 8] * 4),
        ("daily-12", "8", [3, 1, 5, 2] * 8),
        ("pre-run-8", "14", [10, 10, 10]),
    ],
)
def test_each_phase_lasts_as_long_as_the_timetable_says(name, step, lengths):
    segments = [each for each in timed_score(name).segments if each.step == step and each.kind != "ready"]
    assert [second(each.end - each.start) for each in segments] == lengths


@pytest.mark.parametrize("name", NAMES)
def test_no_timed_routine_waits_or_lacks_an_end(name):
    score = timed_score(name)
    assert score.waits == 0 and starts(score, "wait") == []
    assert score.passages[-1].kind == "work"
