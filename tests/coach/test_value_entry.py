"""What people type becomes the value they mean, or a question; no text makes the program fail."""

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from leanbreath.coach.number_entry import EntryMistake, number_text, parse_number
from leanbreath.coach.value_entry import parse_answer, parse_result, parse_value, split_sides
from tests.coach.material import bundled_material

ASSESSMENTS = bundled_material().assessments
KNEE, THIGH = ASSESSMENTS["knee-to-wall-cm"], ASSESSMENTS["bed-edge-thigh-deg"]

NUMBERS = [
    # unit, text, value
    ("cm", "9.5", "9.5"),
    ("cm", "9,5", "9.5"),
    ("cm", " 9.5 cm ", "9.5"),
    ("cm", "9.5CM", "9.5"),
    ("cm", "95mm", "9.5"),
    ("cm", "4in", "10.2"),
    ("cm", '4"', "10.2"),
    ("cm", "4 ”", "10.2"),
    ("cm", "4 inches", "10.2"),
    ("cm", "3 1/2 in", "8.9"),
    ("cm", "3½in", "8.9"),
    ("cm", "9½", "9.5"),
    ("cm", "½", "0.5"),
    ("cm", ".5", "0.5"),
    ("cm", "7.", "7"),
    ("cm", "+7", "7"),
    ("cm", "007", "7"),
    ("degrees", "-5", "-5"),
    ("degrees", "−5", "-5"),
    ("degrees", "–5°", "-5"),
    ("degrees", "— 5 deg", "-5"),
    ("degrees", "-0", "0"),
    ("degrees", "２５", "25"),
    ("hours", "9h", "9"),
    ("hours", "8:30", "8.5"),
    ("hours", "90 min", "1.5"),
    ("seconds", "20 s", "20"),
    ("seconds", "1:05", "65"),
    ("breaths", "12 breaths", "12"),
    ("breaths", "12/min", "12"),
]


@pytest.mark.parametrize(("unit", "text", "value"), NUMBERS)
def test_a_number_is_understood_as_people_type_it(unit, text, value):
    assert parse_number(text, unit) == Fraction(value)


NOT_NUMBERS = [
    "",
    "  ",
    "ten",
    "-",
    ".",
    ",",
    "1e3",
    "0x10",
    "nan",
    "inf",
    "9.5.1",
    "9 kg",
    "20 degrees",
    "5 5",
    "\x00",
    "9" * 400,
]


@pytest.mark.parametrize("text", NOT_NUMBERS)
def test_what_is_no_number_of_centimetres_is_asked_again(text):
    assert isinstance(parse_number(text, "cm"), EntryMistake)


SIDES = [
    ("7/9.5", "7", "9.5"),
    ("7 / 9,5", "7", "9.5"),
    ("7,5/9,5 cm", "7.5", "9.5"),
    ("7 9.5", "7", "9.5"),
    ("7,5 9,5", "7.5", "9.5"),
    ("7, 9.5", "7", "9.5"),
    ("7; 9.5", "7", "9.5"),
    ("left 7 right 9.5", "7", "9.5"),
    ("R: 9.5, L: 7", "7", "9.5"),
    ('4in/4"', "10.2", "10.2"),
    ("3 1/2in / 4in", "8.9", "10.2"),
]


@pytest.mark.parametrize(("text", "left", "right"), SIDES)
def test_two_sides_are_understood_left_first(text, left, right):
    assert parse_result(KNEE, text) == (Fraction(left), Fraction(right))


def test_both_sides_may_be_negative():
    assert parse_result(THIGH, "−5/-7,5") == (Fraction(-5), Fraction("-7.5"))


IMPOSSIBLE = [
    ("knee-to-wall-cm", "95", '95 cm can\'t be right for "Knee to wall". Did you mean 9.5?'),
    ("knee-to-wall-cm", "-7", '−7 cm can\'t be right for "Knee to wall". Did you mean 7?'),
    ("knee-to-wall-cm", "935", '935 cm can\'t be right for "Knee to wall". Did you mean 9.35?'),
    ("sit-hours", "75", '75 hours can\'t be right for "Hours of sitting". Did you mean 7.5?'),
    ("sit-hours", "25000", '25000 hours can\'t be right for "Hours of sitting". Type a number that is 0 to 24.'),
    ("breath-rate", "0", '0 breaths can\'t be right for "Breaths per minute". Type a number that is 2 to 60.'),
]


@pytest.mark.parametrize(("name", "text", "message"), IMPOSSIBLE)
def test_an_impossible_value_is_questioned(name, text, message):
    mistake = parse_value(ASSESSMENTS[name], text)
    assert isinstance(mistake, EntryMistake) and mistake.text == message


@pytest.mark.parametrize("text", ["7", "7/8/9", "left 7", "/7", "7/", "7/x"])
def test_both_sides_are_needed(text):
    assert isinstance(parse_result(KNEE, text), EntryMistake)


def test_one_value_is_one():
    assert isinstance(parse_result(ASSESSMENTS["sit-hours"], "7/9"), EntryMistake)
    assert parse_result(ASSESSMENTS["sit-hours"], "7,5") == (Fraction("7.5"),)


LENGTHS = [
    ("50 50 44 / 72 50 44", (Fraction(0), Fraction(30))),
    ("50cm 50cm 44cm/50 72 44", (Fraction(0), Fraction(-30))),
    ("20in 20in 17in / 20 in 20 in 17 in", (Fraction(0), Fraction(0))),
]


@pytest.mark.parametrize(("text", "angles"), LENGTHS)
def test_three_lengths_of_a_leg_are_the_angle_of_its_thigh(text, angles):
    assert parse_result(ASSESSMENTS["bed-edge-trig"], text) == angles


@pytest.mark.parametrize("text", ["50 50", "50 50 44", "99 40 44/50 50 44", "0 0 0/0 0 0", "x y z/50 50 44", "5/6"])
def test_lengths_that_make_no_leg_are_asked_again(text):
    assert isinstance(parse_result(ASSESSMENTS["bed-edge-trig"], text), EntryMistake)


ANSWERS = ["low-in-both", "low-lying-only", "high-in-both"]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("low-lying-only", 1),
        ("2", 1),
        ("Low lying only", 1),
        ("low_lying_only", 1),
        ("low-l", 1),
        ("h", 2),
        ("HIGH", 2),
    ],
)
def test_an_answer_is_typed_as_its_id_its_number_or_its_beginning(text, answer):
    assert parse_answer(dict.fromkeys(ANSWERS, ""), text) == ANSWERS[answer]


@pytest.mark.parametrize("text", ["", "low", "4", "0", "-1", "²", "nonsense"])
def test_an_answer_that_could_be_any_is_asked_again(text):
    assert isinstance(parse_answer(dict.fromkeys(ANSWERS, ""), text), EntryMistake)


def test_a_misspelt_answer_gets_the_nearest_one():
    mistake = parse_result(ASSESSMENTS["first-step-lean"], "seet-back")
    fix = 'did you mean "seat-back"? choose from pelvis-first, seat-back, together'
    assert mistake == EntryMistake('"seet-back" is no answer here', fix)


def test_a_report_is_answered_with_yes_or_no():
    assert parse_result(None, "Y") == parse_result(None, "yes.") == parse_result(None, "1") == "yes"
    assert isinstance(parse_result(None, "maybe"), EntryMistake)


@given(st.text(max_size=60) | st.text("0123456789 .,/-−½lrin\"'cm", max_size=30), st.sampled_from(sorted(ASSESSMENTS)))
@example("1" * 5000, "sit-hours")
@example("left", "knee-to-wall-cm")
def test_no_text_makes_it_fail_and_every_value_is_possible(text, name):
    assessment = ASSESSMENTS[name]
    result = parse_result(assessment, text)
    if isinstance(result, tuple):
        assert len(result) == (2 if assessment.sides == "each" else 1)
        assert all(assessment.possible is None or assessment.possible.contains(value) for value in result)


@given(st.decimals(-60, 90, places=2), st.sampled_from("-−–"), st.sampled_from(".,"))
def test_what_is_printed_is_read_as_the_same_value(value, minus, comma):
    value = Fraction(value)
    typed = number_text(value).replace("−", minus).replace(".", comma)
    assert parse_value(THIGH, typed) == value


@given(st.text(max_size=40))
def test_sides_are_split_whatever_is_typed(text):
    assert len(split_sides(text)) <= len(text) + 1
