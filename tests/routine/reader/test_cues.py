"""When a cue is given: the moments a drill has, and those it has not."""

from fractions import Fraction

import pytest

from leanbreath.routine.author_cue import CueTime
from tests.routine.snippets import drill_with, problem_texts, routine_of, step_of, value_of

PHASES = "reps: {count: 4, phases: [{lean: 3s}, {walk-back: 8s}]}"
KNOWN = [
    ("hold: 30s", "start"),
    ("hold: 30s", "half"),
    ("hold: 30s", "end"),
    ("hold: 30s", "4s"),
    ("hold: 30s", "-5s"),
    ("hold: 30s", '" half "'),
    ("breath: 4-2-6-2 x 3", "inhale"),
    ("breath: 4-2-6-2 x 3", "hold"),
    ("breath: 4-2-6-2 x 3", "exhale"),
    ("breath: 4-2-6-2 x 3", "rest"),
    ("breath: 4-6 to 4-0-6-2 x 3", "rest"),
    ("breath: 4-6 x 3", "last"),
    ("reps: 8 @ 2-1-2", "there"),
    ("reps: 8 @ 2-1-2", "hold"),
    ("reps: 8 @ 2-1-2", "back"),
    ("reps: 8 @ 2s", "last"),
    (PHASES, "walk-back"),
    ("cadence: {rate: 110, for: 60s, breath: 3-4}", "exhale"),
]
UNKNOWN = [
    ("hold: 30s", "moon", '"moon" is not a moment in this drill'),
    ("hold: 30s", "inhale", '"inhale" is not a moment in this drill'),
    ("breath: 4-6 x 3", "hold", '"hold" is not a moment in this drill'),
    ("breath: 4-6 x 3", "there", '"there" is not a moment in this drill'),
    ("reps: 8 @ 2-0-2", "hold", '"hold" is not a moment in this drill'),
    ("reps: 8 @ 2s", "back", '"back" is not a moment in this drill'),
    ("cadence: 110 for 60s", "inhale", '"inhale" is not a moment in this drill'),
    (PHASES, "jog", '"jog" is not a moment in this drill'),
    ("hold: 30s", "5x", '"at": "5x" is not a length'),
]
MISCOUNTED = [
    ("hold: 30s", "at: last"),
    ("time: 30s", "at: last"),
    ("hold: 30s", "at: start, breath: 2"),
    ("hold: 30s", "at: start, rep: 2"),
    ("breath: 4-6 x 3", "at: inhale, rep: 2"),
    ("reps: 8 @ 2-1-2", "at: there, breath: 2"),
]


@pytest.mark.parametrize(("dose", "at"), KNOWN)
def test_a_cue_can_be_at_any_moment_of_its_drill(dose: str, at: str) -> None:
    assert problem_texts(drill_with(f"{dose}\ncues:\n  - {{at: {at}, say: Hi}}\n")) == []


@pytest.mark.parametrize(("dose", "at", "message"), UNKNOWN)
def test_a_moment_that_the_drill_does_not_have_is_reported_at_its_place(dose: str, at: str, message: str) -> None:
    (line,) = problem_texts(drill_with(f"{dose}\ncues:\n  - {{at: {at}, say: Hi}}\n"))
    assert line.startswith(f"7:10: {message}; ")


@pytest.mark.parametrize(("dose", "cue"), MISCOUNTED)
def test_a_cue_can_only_count_what_its_drill_has(dose: str, cue: str) -> None:
    assert [line[:2] for line in problem_texts(drill_with(f"{dose}\ncues:\n  - {{{cue}, say: Hi}}\n"))] == ["7:"]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("half", CueTime("half")),
        ("walk-back", CueTime("walk-back")),
        ("4s", CueTime(None, Fraction(4))),
        ("1:30", CueTime(None, Fraction(90))),
        ("-5s", CueTime(None, Fraction(5), from_end=True)),
    ],
)
def test_a_moment_is_a_name_or_a_length_from_the_start_or_the_end(text: str, at: CueTime) -> None:
    parts = "reps: {count: 60, phases: [{walk-back: 8s}]}"
    (cue,) = value_of(drill_with(f"{parts}\ncues:\n  - {{at: {text}, say: Hi}}\n")).cues
    assert cue.at == at


def test_a_cue_is_narrowed_by_breath_set_and_side() -> None:
    line = "{at: inhale, breath: 2, set: 4, side: left, say: Long., short: Brief.}"
    (cue,) = step_of(f"{{drill: standing-soft-belly, cues: [{line}]}}").cues
    assert (cue.breath, cue.set, cue.side) == (2, 4, "left")
    assert (cue.say, cue.short) == ("Long.", "Brief.")


def test_the_cues_of_a_step_must_be_at_moments_of_its_drill() -> None:
    (line,) = problem_texts(routine_of("  - {drill: march, cues: [{at: exhale, say: Hi}]}\n"))
    assert line.startswith('4:32: "exhale" is not a moment in this drill; ')


def test_a_cue_may_have_several_wordings() -> None:
    (cue,) = value_of(drill_with('hold: 9s\ncues:\n  - {at: half, say: ["Easy, easy.", Soft.]}\n')).cues
    assert cue.wordings == ("Easy, easy.", "Soft.")


def test_a_comma_in_a_line_makes_no_list_of_it() -> None:
    (cue,) = value_of(drill_with('hold: 9s\ncues:\n  - {at: half, say: "Easy, easy."}\n')).cues
    assert cue.wordings == ("Easy, easy.",)


@pytest.mark.parametrize(
    ("say", "message"),
    [
        ("[]", '7:5: "say" is empty; write some text'),
        ('[""]', '7:22: "say" is empty; write some text'),
        ("{a: b}", '"say" must be text, not key: value pairs'),
    ],
)
def test_every_wording_is_a_text(say: str, message: str) -> None:
    (line,) = problem_texts(drill_with(f"hold: 9s\ncues:\n  - {{at: half, say: {say}}}\n"))
    assert message in line
