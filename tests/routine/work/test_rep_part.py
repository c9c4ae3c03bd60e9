"""Parts of a rep: names in any script, and what is spoken."""

import unicodedata

import pytest

from leanbreath.authoring.formatter import format_text
from leanbreath.routine.basic_notations import NotationError
from leanbreath.routine.work.rep_part import parse_part_name
from leanbreath.score.compose import compose
from leanbreath.score.phrases import name_in_words
from tests.authoring.test_schema import mistakes
from tests.routine.snippets import DRILL, drill_with, problem_texts, routine_of, value_of

NAMES = ["lösen", "Lösen", "étirer", "ослабить", "放松", "緩める", "ढीला-छोड़ो", "χαλάρωση", "s'étirer", "walk-back"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_may_be_in_any_script(name: str) -> None:
    drill = value_of(drill_with(f"reps: {{count: 2, phases: [{{{name}: 3s}}]}}\n"))
    assert drill.work.phase_names == (unicodedata.normalize("NFC", name),)
    assert mistakes("drill", f"{DRILL}reps: {{count: 2, phases: [{{{name}: 3s}}]}}\n") == []


@pytest.mark.parametrize(
    ("name", "like"),
    [("walk back", "walk-back"), ("walk_back", "walk-back"), ("jog!", "jog"), ("-lean", "lean"), ("🏃", "lean")],
)
def test_signs_are_no_part_of_a_name(name: str, like: str) -> None:
    with pytest.raises(NotationError) as raised:
        parse_part_name(name)
    assert raised.value.fix == f"use letters, joined by hyphens, such as {like}"


def test_a_name_is_the_same_in_composed_and_decomposed_characters() -> None:
    lines = "reps: {count: 2, phases: [{lo\u0308sen: 3s}]}\ncues:\n  - {at: l\u00f6sen, say: Ganz weich.}\n"
    drill = value_of(drill_with(lines + "figure: {lo\u0308sen: jog}\n"))
    assert drill.work.phase_names == ("l\u00f6sen",) and drill.cues[0].at.name == "l\u00f6sen"
    assert drill.figure == {"l\u00f6sen": "jog"}


@pytest.mark.parametrize(
    ("name", "shown"), [("lösen", "Lösen"), ("walk-back", "Walk back"), ("ослабить", "Ослабить"), ("放松", "放松")]
)
def test_a_name_is_shown_with_a_capital_first_letter(name: str, shown: str) -> None:
    assert name_in_words(name) == shown


def spoken(phases: str) -> list[str | None]:
    step = f"  - {{move: There., time: 8s}}\n  - {{title: X, reps: {{count: 1, phases: [{phases}]}}}}\n"
    return [cue.say for cue in compose(value_of(routine_of(step))).cues if cue.say]


def test_the_words_given_for_a_part_are_spoken_in_place_of_its_name() -> None:
    lines = spoken('{anspannen: 6s, say: "Spannen."}, {lösen: 20s}')
    assert "Spannen." in lines and "Lösen." in lines and "Anspannen." not in lines


def test_a_common_part_is_called_if_it_has_words_of_its_own() -> None:
    assert "Hinge." in spoken('{there: 6s, say: "Hinge."}, {back: 6s}')


@pytest.mark.parametrize(
    ("phases", "expected"),
    [
        ("{}", 'each of "phases" needs one name and one length'),
        ('{say: "Go."}', 'each of "phases" needs one name and one length'),
        ("{lean: 3s, jog: 6s}", 'each of "phases" needs one name and one length'),
        ('{lean: 3s, say: ""}', '"say" is empty'),
        ("{lean: soon}", '"lean": "soon" is not a length'),
        ("lean", '"phases" must be key: value pairs'),
    ],
)
def test_a_part_needs_one_name_with_its_length(phases: str, expected: str) -> None:
    (problem,) = problem_texts(drill_with(f"reps: {{count: 2, phases: [{phases}]}}\n"))
    assert expected in problem


def test_the_words_of_a_part_stay_and_are_quoted_by_the_formatter() -> None:
    text = f"{DRILL}reps: {{count: 2, phases: [{{there: 3s, say: Hinge.}}, {{back: 2s}}]}}\n"
    formatted = format_text(text)
    assert 'phases: [{there: 3s, say: "Hinge."}, {back: 2s}]' in formatted and format_text(formatted) == formatted
