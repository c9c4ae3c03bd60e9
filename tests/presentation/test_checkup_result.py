"""The result of a check-up in words: where to start, how it adds up, and which changes are real."""

from dataclasses import replace
from fractions import Fraction

import pytest

from leanbreath.coach.checkup import Checkup, entered
from leanbreath.coach.checkup_form import checkup_items
from leanbreath.coach.checkup_start import begin
from leanbreath.presentation.checkup_data import checkup_data
from leanbreath.presentation.checkup_offers import checkup_offers
from leanbreath.presentation.checkup_page import checkup_page
from leanbreath.presentation.checkup_result import arithmetic_lines, change_lines, intro_lines, result_lines
from tests.coach.bundled import MATERIAL, WORKED_EXAMPLE, rows
from tests.diary.making import utc

FIRST = rows("knee-to-wall-cm=7/9.5 sit-hours=9 first-step-lean=seat-back", utc(1), "a")
SECOND = rows("knee-to-wall-cm=8.5/9.5 sit-hours=9 first-step-lean=pelvis-first", utc(15), "b")
THIRD = rows("knee-to-wall-cm=9.5/8.5", utc(29), "c")


def test_the_worked_example_says_where_to_start():
    assert list(result_lines(rows(WORKED_EXAMPLE), MATERIAL)) == [
        "This chooses where to practise first. It doesn't diagnose anything.",
        "What holds you back",
        "  Calves             ■■■□□□  3 points",
        "  Front of the hips  ■■■□□□  3 points",
        "  Lower belly        ■■□□□□  2 points",
        "  The lean itself    ■■□□□□  2 points",
        "  Stiff core         □□□□□□  no points",
        "  Head and eyes      □□□□□□  no points",
        "  Back of the hips   □□□□□□  no points",
        "  Arms               □□□□□□  no points",
        "Where to start",
        "  - Calves: Calf stretch, knee bent; Ankle rocks at the wall.",
        "  - Front of the hips: Half-kneeling hip stretch.",
        "  - In any case: Standing soft belly; Wall lean; Falling start.",
    ]


def test_what_has_no_grade_finds_neither_a_limiter_nor_that_there_is_none():
    found = rows("video-lean-deg=7/6.5")
    assert "Nothing you measured has a grade" in "\n".join(result_lines(found, MATERIAL))
    assert checkup_data(found, MATERIAL)["plan"] is None
    assert checkup_data(found, MATERIAL)["results"][0]["grade"] is None
    assert next(arithmetic_lines(found, MATERIAL)) == (
        "Lean on video, against your own standing: left 7 degrees, right 6.5 degrees"
    )


def test_the_arithmetic_names_every_result_its_grade_and_its_points():
    lines = list(arithmetic_lines(rows(WORKED_EXAMPLE), MATERIAL))
    assert lines[:4] == [
        "Calves: 3 points",
        "  - Knee to wall: left 7 cm, right 9.5 cm (limited, 2 points)",
        "  - Knee to wall, left against right: 2.5 cm (borderline, 1 point)",
        "  - Calf with a straight knee: left 26 degrees, right 26 degrees (pass, no points)",
    ]
    assert "Breaths per minute: 12 breaths" in lines
    assert '  - "I was told to tighten my abs": no (no points)' in lines


def test_a_runner_who_passes_is_told_so():
    lines = list(result_lines(rows("knee-to-wall-cm=12/12 hands-low=no"), MATERIAL))
    assert "Nothing holds you back here: practise the lean itself, twice a week." in lines


def test_a_repeat_compares_each_side_with_the_last_and_with_the_first_check_up():
    assert list(change_lines((*FIRST, *SECOND), MATERIAL)) == [
        "What has changed",
        "  Knee to wall",
        "    - since 1 Mar: left 7 → 8.5 cm, no clear change; right 9.5 → 9.5 cm, no change",
        "  Knee to wall, left against right",
        "    - since 1 Mar: 2.5 → 1 cm, a trend",
        "  Hours of sitting",
        "    - since 1 Mar: 9 → 9 hours, no change",
        "  The first step",
        "    - since 1 Mar: limited → pass",
        "  A trend: no figure says how much of such a change is only measuring.",
    ]
    third = list(change_lines((*FIRST, *SECOND, *THIRD), MATERIAL))
    assert third[2:4] == [
        "    - since the first, 1 Mar: left 7 → 9.5 cm, a real change; right 9.5 → 8.5 cm, no clear change",
        "    - since 15 Mar: left 8.5 → 9.5 cm, no clear change; right 9.5 → 8.5 cm, no clear change",
    ]
    assert list(change_lines(FIRST, MATERIAL)) == []


def test_nothing_that_is_said_diagnoses():
    said = " ".join((*intro_lines(MATERIAL), *result_lines((*FIRST, *SECOND), MATERIAL))).lower()
    assert "doesn't diagnose" in said
    assert not any(word in said for word in ("injur", "weak", "disease", "syndrome", "guarantee", "will improve"))


def offers(*there, form=None):
    checkup = begin(there, MATERIAL, utc(20), "new", form)
    return [(each.kind, each.id) for each in checkup_offers(there, checkup, MATERIAL)]


def test_the_routines_and_lessons_of_the_two_main_limiters_come_first():
    forms = [("begin", "short"), ("begin", "full")]
    practice = [("run", "focus-calves"), ("lesson", "calves"), ("run", "focus-lean"), ("lesson", "how-much-lean")]
    assert offers() == forms
    assert offers(*FIRST[:1], *FIRST[2:], *rows("hands-low=no", utc(1, 8), "a")) == practice + forms


def test_an_unfinished_check_up_is_offered_first():
    there = rows("knee-to-wall-cm=12/12 grip-release=yes", utc(19), "a")
    assert offers(*there) == [("begin", "short"), ("begin", "full")]
    checkup = begin(there, MATERIAL, utc(20), "new")
    assert checkup_offers(there, checkup, MATERIAL)[0].label == "Continue the check-up: 5 questions left"


def page(item, *values, form="full"):
    items = checkup_items(form, MATERIAL)
    checkup = Checkup("a", form, items, items.index(item))
    for value in values:
        checkup = entered(checkup, tuple(map(Fraction, value)), MATERIAL)
    return checkup_page(replace(checkup, index=items.index(item)), MATERIAL)


PROMPTS = [
    ("knee-to-wall-cm", "full", (), "Left side, practice 1 of 2: press Enter after it."),
    ("knee-to-wall-cm", "short", (), "Left side: practise once, then press Enter."),
    ("knee-to-wall-cm", "full", ((7,),), "Left side, try 2 of 3: how many centimetres? Enter alone: that's enough."),
    ("knee-to-wall-cm", "full", ((7, 8),), "Press Enter to keep this, or enter it again."),
    ("sit-hours", "full", (), "How many hours?"),
    ("grip-release", "full", (), "What did you find?"),
    ("hands-low", "full", (), "Is that true of you?"),
]


@pytest.mark.parametrize(("item", "form", "values", "prompt"), PROMPTS)
def test_a_page_says_what_is_asked_now(item, form, values, prompt):
    assert page(item, *values, form=form).prompt == prompt


def test_a_field_for_a_value_says_what_may_be_typed():
    assert page("sit-hours").example == "such as 4"
    assert page("knee-to-wall-cm", form="short").example == "Enter"
    assert page("knee-to-wall-cm", (7,)).example == "such as 10, or 10/10 for left and right"


def test_a_page_shows_every_try_of_each_side():
    assert page("knee-to-wall-cm", (7,), (8,)).entered == "Left: 7 · 8   Right: –   cm"
    assert page("sit-hours", (9,)).entered == "Entered: 9 hours"


def test_every_item_has_a_figure_or_is_a_question_about_the_runner():
    for item in checkup_items("full", MATERIAL):
        assert page(item).figure or item in MATERIAL.limiters.reports
