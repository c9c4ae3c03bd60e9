"""The card of today says what, why and how long, and its lengths are chosen with the arrow keys."""

from dataclasses import replace
from fractions import Fraction

import pytest

from leanbreath.coach.today import Today
from leanbreath.presentation.text_parts import parts_that_fit
from leanbreath.presentation.today_card import TodayCard, lengths_line, today_card

SESSION = Today(
    kind="plan",
    routine="daily-12",
    title="Home session",
    seconds=Fraction(660),
    week=3,
    weeks=8,
    day=2,
    days=4,
    why="calves first: your knee-to-wall is 7 cm",
    minutes=(8, 10, 11, 12),
    limiter="calves",
    key_drill="gastroc-wall-stretch",
)


def lines(card: TodayCard, columns: int = 60, rows: int = 20) -> list[str]:
    return [line for part in parts_that_fit(card.parts(columns), rows) for line in part.lines]


def test_the_card_says_what_why_and_how_long_and_which_keys_do_something():
    assert lines(today_card(SESSION)) == [
        "Today: week 3 of 8, day 2 of 4",
        "Home session",
        "Calves first: your knee-to-wall is 7 cm.",
        "I have 8 · 10 · [11] · 12 min",
        "Enter: start · ← →: time",
    ]


@pytest.mark.parametrize(("steps", "seconds"), [(0, 660), (1, 720), (9, 720), (-1, 600), (-9, 480)])
def test_the_arrow_keys_choose_among_the_lengths_and_stop_at_both_ends(steps, seconds):
    assert today_card(SESSION).longer(steps).seconds == seconds


def test_a_length_as_written_is_offered_among_whole_minutes():
    card = today_card(replace(SESSION, seconds=Fraction(704), minutes=(11, 12)))
    assert "I have 11 · [11:44] · 12 min" in lines(card)


def test_a_session_of_one_length_says_it_and_offers_no_choice():
    card = today_card(replace(SESSION, seconds=Fraction(704), minutes=()))
    assert lines(card)[-2:] == ["Takes 11:44.", "Enter: start"] and card.seconds is None
    assert card.longer(1) == card


def test_without_a_plan_there_is_no_week_and_an_interrupted_session_says_what_is_left():
    card = today_card(
        replace(SESSION, kind="continue", week=None, weeks=None, day=None, days=None, why="You began it.")
    )
    assert lines(card) == ["Today", "Home session", "You began it. 11:00 left.", "Enter: continue"]


def test_the_first_time_tour_and_check_up_are_offered_and_the_tour_is_taken_as_it_is_written():
    card = today_card(replace(SESSION, kind="first"))
    assert lines(card)[-2:] == ["Takes 11:00.", "Enter: tour · c: 5-minute check-up"]
    assert (card.start, card.seconds) == ("as-written", None)


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        (1, "title"),
        (2, "title keys"),
        (3, "title length keys"),
        (4, "title why length keys"),
        (5, "heading title why length keys"),
    ],
)
def test_with_few_rows_the_title_and_the_keys_stay(rows, shown):
    assert " ".join(part.name for part in parts_that_fit(today_card(SESSION).parts(60), rows)) == shown


@pytest.mark.parametrize(
    ("chosen", "columns", "line"),
    [
        (0, 60, "I have [5] · 6 · 7 · 8 · 9 · 10 · 11 · 12 min"),
        (0, 22, "I have [5] · 6 … min"),
        (4, 27, "I have … 8 · [9] · 10 … min"),
        (7, 28, "I have … 10 · 11 · [12] min"),
        (3, 1, "I have … [8] … min"),
    ],
)
def test_in_a_narrow_window_the_lengths_around_the_chosen_one_are_shown(chosen, columns, line):
    lengths = tuple(Fraction(60 * minutes) for minutes in range(5, 13))
    assert lengths_line(lengths, chosen, columns) == line


def test_in_a_frame_the_chosen_length_is_large_and_heading_and_keys_stand_in_the_border():
    parts = {part.name: part.lines for part in today_card(SESSION).parts(26, is_framed=True)}
    assert "heading" not in parts and "keys" not in parts
    assert len(parts["digits"]) == 5 and max(map(len, parts["digits"])) <= 26
    assert parts["length"] == ("I have … [11] · 12 min",)
