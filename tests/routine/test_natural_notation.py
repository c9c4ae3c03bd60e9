"""What people write by habit gets the notation of the format as its fix."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.routine import natural_notation
from leanbreath.routine.basic_notations import NotationError, parse_id, parse_length, parse_whole_number
from leanbreath.routine.work import KINDS
from tests.routine.snippets import drill_with, problem_texts

LENGTHS = """
30 sec = 30s                |  30sec = 30s              |  30 seconds = 30s        |  30S = 30s
30" = 30s                   |  30'' = 30s               |  30″ = 30s               |  2' = 2m
1'30" = 1m30s               |  1:30 min = 1:30          |  1 min 30 = 1m30s        |  1 min 30 s = 1m30s
1min30 = 1m30s              |  1m 30s = 1m30s           |  1 hour 5 min = 1h5m     |  1 min and 30 sec = 1m30s
1,5s = 1.5s                 |  1,5 min = 1.5m           |  1½ min = 1.5m           |  half a minute = 30s
a minute = 1m               |  for 30s = 30s            |  for 3 min = 3m          |  ~30s = 30s
about 30 s = 30s            |  60 sek = 60s             |  2 Minuten = 2m          |  three minutes = 3m
2 x 30s = 30s, and add sets: 2                          |  30s × 2 = 30s, and add sets: 2
3×30 sec = 30s, and add sets: 3                         |  30s each = 30s, and add sides: each
30s per side = 30s, and add sides: each                 |  2 x 30s each side = 30s, and add sets: 2 and sides: each
30-45s = 45s, and add least: 30s                        |  20–30 sec = 30s, and add least: 20s
"""
REPS = """
10x2s = 10 @ 2s             |  10 x 2s = 10 @ 2s        |  10 × 2 s = 10 @ 2s      |  10*2s = 10 @ 2s
10 @ 2 sec = 10 @ 2s        |  10 @ 2s each = 10 @ 2s   |  10 at 2s = 10 @ 2s      |  10 reps of 2s = 10 @ 2s
10 reps @ 2s = 10 @ 2s      |  10, 2s each = 10 @ 2s    |  ten @ 2s = 10 @ 2s      |  10 for 2s = 10 @ 2s
10 @ 1,5s = 10 @ 1.5s       |  10 @ 2/0/1 = 10 @ 2-0-1  |  10 @ 2–0–1 = 10 @ 2-0-1 |  10 @ 2-1 = 10 @ 2-0-1
10 @ 2-1-2s = 10 @ 2-1-2    |  10 @ 3-1-2-1 = 10 @ 3-1-2
3 x 10 @ 2s = 10 @ 2s, and add sets: 3                  |  10 @ 2s x 3 = 10 @ 2s, and add sets: 3
3 sets of 10 @ 2s = 10 @ 2s, and add sets: 3            |  10 @ 2s per side = 10 @ 2s, and add sides: each
8-12 @ 2s = 12 @ 2s, and add least: 8 @ 2s              |  8 reps = 8               |  3 x 10 = 10, and add sets: 3
10 per side = 10, and add sides: each                   |  3 sets of 10 reps = 10, and add sets: 3
"""
BREATHS = """
4-7-8 x 4 = 4-7-8-0 x 4     |  10 x 4-7-8 = 4-7-8-0 x 10|  4-6-2 x 5 = 4-0-6-2 x 5 |  4/6 x 5 = 4-6 x 5
4/6 = 4-6 x 8               |  4–6 x 5 = 4-6 x 5        |  4-6 × 5 = 4-6 x 5       |  4-6x5 = 4-6 x 5
4:6 x 5 = 4-6 x 5           |  4-6 5x = 4-6 x 5         |  5x 4-6 = 4-6 x 5        |  4s-6s x 5 = 4-6 x 5
4-6 for 3 min = 4-6 for 3m  |  4-6 for 2:00 min = 4-6 for 2:00                     |  4-6 x 5 breaths = 4-6 x 5
4-6, 5 breaths = 4-6 x 5    |  5 breaths of 4-6 = 4-6 x 5                          |  box = 4-4-4-4 x 8
4.5-6,5 x 5 = 4.5-6.5 x 5   |  4-6 x 2 min = 4-6 for 2m |  in 4, out 6 x 5 = 4-6 x 5
3-4 → 4-6 x 10 = 3-4 to 4-6 x 10
"""
CADENCES = """
170 = 170 for 60s           |  170 spm for 60s = 170 for 60s                       |  170spm = 170 for 60s
170bpm for 60s = 170 for 60s|  170 for 3 min = 170 for 3m                          |  170 x 60s = 170 for 60s
60s @ 170 = 170 for 60s     |  170–180 for 60s = 170 to 180 for 60s                |  170 @ 60s = 170 for 60s
170 -> 180 for 60s = 170 to 180 for 60s                 |  170 steps/min for 60s = 170 for 60s
"""


def pairs(table: str) -> list[list[str]]:
    return [cell.strip().split(" = ") for cell in re.split(r"\n|\|", table) if cell.strip()]


def fix(text: str, kind: str) -> str:
    parse = parse_length if kind == "length" else KINDS[kind].notation.parse
    with pytest.raises(NotationError) as raised:
        parse(text)
    return raised.value.fix


@pytest.mark.parametrize(
    ("kind", "text", "meant"),
    [
        (kind, text, meant)
        for kind, table in (("length", LENGTHS), ("reps", REPS), ("breath", BREATHS), ("cadence", CADENCES))
        for text, meant in pairs(table)
    ],
)
def test_a_habit_is_answered_with_the_notation_of_the_format(kind: str, text: str, meant: str) -> None:
    assert fix(text, kind) == f"write {meant}"


@pytest.mark.parametrize(
    ("kind", "text", "meant"),
    [
        ("hold", "open", "max"),
        ("hold", "to failure", "max"),
        ("hold", "as long as you can", "max"),
        ("time", "max", "open"),
        ("time", "as long as possible", "open"),
    ],
)
def test_work_without_a_set_length_is_answered_with_its_word(kind: str, text: str, meant: str) -> None:
    assert fix(text, kind) == f"write {meant}"


@pytest.mark.parametrize("text", ["3x", "3 sets", "3.0", "three", "3 rounds", "x3"])
def test_a_number_with_a_word_is_answered_with_the_number(text: str) -> None:
    with pytest.raises(NotationError, match="whole number") as raised:
        parse_whole_number(text)
    assert raised.value.fix == "write 3"


@pytest.mark.parametrize("text", ["2-3", "-3", "3.5", "1,5", "many", "0"])
def test_a_text_of_another_meaning_gets_no_number(text: str) -> None:
    assert natural_notation.whole_number(text) == ""


def test_a_pattern_of_three_numbers_without_a_count_gets_its_fourth() -> None:
    assert fix("4-7-8", "breath") == "write 4-7-8-0 x 8, or 4-7-8-0 for 2m"


@pytest.mark.parametrize("text", ["400m", "100 metres", "5 km"])
def test_a_distance_is_answered_with_a_time(text: str) -> None:
    assert "how long it takes" in fix(text, "length")


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Hüfte", "huefte"),
        ("Hu\u0308fte", "huefte"),
        ("Große Öffnung", "grosse-oeffnung"),
        ("Étirement du mollet", "etirement-du-mollet"),
        ("Señal.yaml", "senal"),
        ("Ångström", "aangstroem"),
        ("My Drill", "my-drill"),
        ("Runner's lunge", "runners-lunge"),
        ("бедро", "half-kneel-breath"),
        ("ﬁrst", "first"),
    ],
)
def test_an_id_in_other_letters_is_answered_in_those_from_a_to_z(text: str, id: str) -> None:
    with pytest.raises(NotationError) as raised:
        parse_id(text)
    assert raised.value.fix.endswith(f"such as {id}")


@given(st.text("0123456789.,:;-–/x×*@ smhminec½'\"→to", max_size=30), st.sampled_from(list(KINDS)))
def test_whatever_is_advised_is_valid(text: str, kind: str) -> None:
    try:
        KINDS[kind].notation.parse(text)
    except NotationError as error:
        if found := re.fullmatch(r"write ((?!it as|a |how ).*?)(?:, and add .*)?", error.fix):
            for meant in re.split(r", or ", found[1]):
                assert problem_texts(drill_with(f"{kind}: {meant}\n")) == []
