"""The lean meter's result is read back as it was saved, and every mistake in it has its place and its fix."""

import json
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from leanbreath.authoring.results_file import results_in_text, results_of_options
from leanbreath.coach.entered_result import EnteredResult
from leanbreath.routine.problems import InvalidRequest, Problems
from tests.coach.bundled import MATERIAL

SAVED = (Path(__file__).parent.parent / "export" / "web" / "lean-result.json").read_text("utf-8")
"""What the page saves; a test of its own module compares it with this file."""

NOW = datetime(2026, 3, 9, 8, tzinfo=UTC)
LEFT = '{"lean_degrees": 7, "stances": 4}'
RIGHT = '"right": {"lean_degrees": 6, "stances": 4}'


def read(text: str) -> dict[str, EnteredResult]:
    return results_in_text(text.encode(), "x", MATERIAL, NOW)


def mistakes(text: str) -> list[str]:
    with pytest.raises(Problems) as found:
        read(text)
    return [f"{each.place.line}:{each.place.column}: {each.message}; {each.fix}" for each in found.value.problems]


@pytest.mark.parametrize("text", [SAVED, json.dumps(json.loads(SAVED)), "\n# my run\n" + SAVED])
def test_a_saved_result_is_read_with_what_a_real_change_is_and_when_it_was_measured(text):
    at = datetime.fromisoformat("2026-03-01T07:30:00+01:00")
    expected = EnteredResult((Fraction(7), Fraction("5.5")), (Fraction("2.3"), Fraction(2)), at)
    assert read(text) == {"video-lean-deg": expected}


def test_a_saved_result_may_stand_among_others():
    found = read(f"sit-hours: 9\nvideo-lean-deg: {json.dumps(json.loads(SAVED))}\nhands-low: true\n")
    assert list(found) == ["sit-hours", "video-lean-deg", "hands-low"]
    assert found["video-lean-deg"] == read(SAVED)["video-lean-deg"]


def test_a_real_change_that_is_not_known_is_left_out():
    found = read(f'{{"type": "lean-meter", "version": 1, "left": {LEFT}, {RIGHT}}}')["video-lean-deg"]
    assert found == EnteredResult((Fraction(7), Fraction(6)))


def test_a_clock_that_is_a_little_ahead_is_put_right():
    text = SAVED.replace("2026-03-01T07:30:00+01:00", "2026-03-09T20:00:00+09:00")
    assert read(text)["video-lean-deg"].at == NOW


VALUES = {
    "7.1/6.5 ± 2.4/2": ((7.1, 6.5), (2.4, 2)),
    "7.1/6.5±2.4/2": ((7.1, 6.5), (2.4, 2)),
    "7.1 / 6.5 +/- 2.4 / 2": ((7.1, 6.5), (2.4, 2)),
    "-1.5/0 +- 2/2": ((-1.5, 0), (2, 2)),
    "left 7 right 6": ((7, 6), ()),
}


@pytest.mark.parametrize("text", VALUES)
def test_a_line_says_the_lean_of_both_sides_and_what_a_real_change_is(text):
    values, real_changes = (tuple(Fraction(str(each)) for each in side) for side in VALUES[text])
    expected = {"video-lean-deg": EnteredResult(values, real_changes)}
    assert read(f"# At mid-stance …\nvideo-lean-deg: {text}\n") == expected
    assert results_of_options([f"video-lean-deg={text}"], MATERIAL) == expected


@pytest.mark.parametrize("text", ["7/6 ±", "7/6 ± x/2", "7/6 ± -2/2", "7/6 ± 2", "7/6 ± 2/2/2"])
def test_a_line_with_half_a_real_change_says_how_to_write_it(text):
    with pytest.raises(InvalidRequest, match=r"After ± comes how much each side must change .*as in 7/6 ± 2/2\.5"):
        results_of_options([f"video-lean-deg={text}"], MATERIAL)


def test_only_the_lean_meter_tells_what_a_real_change_is():
    with pytest.raises(InvalidRequest, match="knee-to-wall-cm: This needs both sides"):
        results_of_options(["knee-to-wall-cm=7/9.5 ± 2/2"], MATERIAL)


AGAIN = "save the result in the lean meter again"
BAD = {
    '{"type": "session", "title": "x"}': "1:10: this is from a diary; enter it with  leanbreath diary import FILE",
    '{"type": "lean"}': '1:10: unknown type "lean"; write "lean-meter"',
    '{"type": ["lean-meter"]}': '1:10: unknown type of another form; write "lean-meter"',
    '{"type": "lean-meter"}': '1:1: "version" is missing; write 1',
    '{"type": "lean-meter", "version": "one"}': '1:35: "version" is "one"; write 1',
    '{"type": "lean-meter", "version": 2}': "1:35: a newer lean meter wrote this (version 2); update leanbreath",
}
WRONG = {
    '"left": 7': f'"left" is "7"; {AGAIN}',
    '"left": [7]': f'"left" is of another form; {AGAIN}',
    '"left": {"stances": 4}': f'"lean_degrees" is missing; {AGAIN}',
    '"left": {"lean_degrees": null, "stances": 4}': f'"lean_degrees" is missing; {AGAIN}',
    '"left": {"lean_degrees": "far", "stances": 4}': '"lean_degrees" is "far"; write a number',
    '"left": {"lean_degrees": 1e999, "stances": 4}': '"lean_degrees" is "1e999"; write a number',
    '"left": {"lean_degrees": NaN, "stances": 4}': '"lean_degrees" is "NaN"; write a number',
    '"left": {"lean_degrees": true, "stances": 4}': '"lean_degrees" is true; write a number',
    '"left": {"lean_degrees": 71, "stances": 4}': (
        '71 degrees can\'t be right for "Lean on video, against your own standing"; did you mean 7.1?'
    ),
    '"left": {"lean_degrees": 7}': f"too few stances of the left foot; mark at least 4 with each foot, and {AGAIN}",
    '"left": {"lean_degrees": 7, "stances": 3}': (
        f"too few stances of the left foot; mark at least 4 with each foot, and {AGAIN}"
    ),
    '"left": {"lean_degrees": 7, "stances": 4, "real_change_degrees": -2}': (
        '"real_change_degrees" is "-2"; write a number from 0'
    ),
    '"left": {"lean_degrees": 7, "stances": 4, "spread": 2}': (
        'unknown field "spread"; did you mean "spread_degrees"? '
        "choose from lean_degrees, real_change_degrees, spread_degrees, stances"
    ),
    f'"left": {LEFT}, "at": "yesterday"': (
        '"at" is "yesterday"; write a time with its zone, such as 2026-03-01T07:30:00+01:00, or leave it out'
    ),
    f'"left": {LEFT}, "at": "2026-03-01T07:30:00"': (
        '"at" is "2026-03-01T07:30:00"; write a time with its zone, such as 2026-03-01T07:30:00+01:00, or leave it out'
    ),
    f'"left": {LEFT}, "at": "2027-03-01T07:30:00Z"': '"at" can\'t be "2027-03-01T07:30:00Z"; leave it out',
    f'"left": {LEFT}, "at": "0001-01-01T00:00:00+14:00"': '"at" can\'t be "0001-01-01T00:00:00+14:00"; leave it out',
}


@pytest.mark.parametrize("text", BAD)
def test_data_of_another_kind_is_told_apart(text):
    assert mistakes(text) == [BAD[text]]


@pytest.mark.parametrize("wrong", WRONG)
def test_a_mistake_in_a_saved_result_has_its_fix(wrong):
    [found] = mistakes(f'{{"type": "lean-meter", "version": 1, {wrong}, {RIGHT}}}')
    assert found.partition(": ")[2] == WRONG[wrong]


def test_every_mistake_has_its_place():
    text = SAVED.replace('"lean_degrees": 5.5', '"lean_degrees": 550').replace('"cadence"', '"cadense"')
    assert [each.partition(": ")[0] for each in mistakes(text)] == ["12:21", "26:3"]


@pytest.mark.parametrize(
    "text",
    [SAVED[:200], SAVED[:-4], SAVED.replace('"version"', '"type"', 1), "[" * 5000, "{" * 5000, "\x00", SAVED * 2],
)
def test_a_broken_file_is_a_mistake_with_a_place(text):
    assert all(each[0].isdigit() for each in mistakes(text))
