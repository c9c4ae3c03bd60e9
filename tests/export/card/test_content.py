"""What stands on a card: the times of the cue sheet, the doses and sides of the routine."""

import pytest

from leanbreath.export.card.content import Card
from leanbreath.export.card.rows import Action, Group, Row
from leanbreath.score.compose import compose
from leanbreath.score.dose import sets_text
from leanbreath.score.phrases import ENGLISH
from leanbreath.score.time_format import format_time, format_total
from tests.export.card.making import ROUTINES, bundled_card, bundled_routine, card
from tests.routine.snippets import routine_of, value_of


def written(steps: str) -> Card:
    return card(value_of(routine_of(steps)))


def rows(card: Card) -> list[Row]:
    return [each for each in card.entries if isinstance(each, Row)]


@pytest.mark.parametrize("name", ROUTINES)
def test_times_titles_and_total_are_those_of_the_cue_sheet(name: str) -> None:
    routine = bundled_routine(name)
    score, made = compose(routine), card(routine)
    begins: dict[str, tuple[str, str]] = {}
    for each in score.segments:
        if each.kind not in ("ready", "switch"):
            begins.setdefault(each.step, (format_time(each.start), each.title))
    assert made.length == format_total(score.total, score.is_estimate)
    drills = [row for row in rows(made) if row.kind == "drill"]
    assert {row.number: (row.time, row.title) for row in drills}.items() <= begins.items()
    assert {row.title for row in drills} == {step.drill.title for step in routine.drill_steps()}
    assert all(begins[row.number][0] == row.time for row in rows(made))


@pytest.mark.parametrize(
    ("step", "dose", "actions"),
    [
        ("{drill: march, time: 60s}", "1 minute", [("March", "")]),
        (
            "{drill: ankle-rock-wall, reps: 8 @ 2s}",
            "8 reps, each side, left first",
            [("Forward", "1\xa0s"), ("Back", "1\xa0s")],
        ),
        ("{drill: wall-lean-march, reps: 20 @ 1s}", "20 reps, alternating sides, left first, lean 8°", None),
        ("{drill: ankle-rock-wall, reps: 8 @ 2s, sides: right}", "8 reps, right side only", None),
        ("{drill: gaze-far, time: 30s, sets: 2, rest: 20s}", "2 sets of 30 seconds, 20 s rest between", None),
        ("{title: X, breath: 3-0-4-0 to 4-0-6-0 x 3}", "3 breaths", [("In", "3 to 4\xa0s"), ("Out", "4 to 6\xa0s")]),
        ("{title: X, reps: 10 @ 2s}", "10 reps", []),
        (
            "{title: X, hold: 9s, sets: 2, rest: {wait: Shake out.}}",
            "2 sets of 9 seconds, between them: Shake out",
            None,
        ),
        ("{title: X, hold: 9s, sets: 2, rest: {wait: Press space.}}", "2 sets of 9 seconds, a wait between", None),
        ("{title: X, hold: 20s, sides: each, first-side: right}", "20 seconds, each side, right first", [("Hold", "")]),
    ],
)
def test_a_step_has_its_dose_its_sides_and_the_words_that_are_called(
    step: str, dose: str, actions: list[Action]
) -> None:
    (row,) = rows(written(f"  - {step}\n"))
    assert row.dose == dose
    assert actions is None or list(row.actions) == actions


@pytest.mark.parametrize("name", ROUTINES)
def test_every_drill_has_the_dose_and_the_sides_of_its_step(name: str) -> None:
    steps, made = (
        list(bundled_routine(name).drill_steps()),
        [row for row in rows(bundled_card(name)) if row.kind == "drill"],
    )
    for step, row in zip(steps, made, strict=True):
        assert row.dose.startswith(sets_text(step.set_works, ENGLISH))
        assert ("each side" in row.dose) == (step.sides == "each" and not row.groups)
        assert ("alternating sides" in row.dose) == (step.sides == "alternate")


def test_a_pace_without_words_is_still_told() -> None:
    (row,) = rows(written("  - {title: X, reps: 10 @ 2s}\n"))
    assert row.pace == "2 s each"


def test_moves_rests_and_waits_stand_between_the_drills() -> None:
    steps = (
        '  - {move: "Go.", time: 5s}\n  - {rest: 90s, say: "Breathe."}\n  - {wait: "Ready? Press space.", most: 2m}\n'
    )
    made = written(steps + "  - {title: X, hold: 10s}\n")
    assert [(row.kind, row.title, row.dose) for row in rows(made)[:3]] == [
        ("move", "Go.", "5 s"),
        ("rest", "Breathe.", "Rest 1 min 30 s"),
        ("wait", "Ready?", "2 min at most"),
    ]


def test_a_wait_that_only_asks_for_a_key_lasts_until_the_runner_is_ready() -> None:
    made = written('  - {wait: "Press space."}\n  - {title: X, hold: 10s}\n')
    assert rows(made)[0].title == "until you're ready."


def test_a_card_says_that_there_are_waits_and_how_to_be_safe() -> None:
    made = written("  - {wait: Ready?, most: 2m}\n  - {title: X, hold: 10s}\n")
    assert (made.length, made.waits, made.safety) == ("0:10", "and a wait", ENGLISH.safety)


def test_what_is_said_on_the_other_side_alone_is_left_out() -> None:
    cues = "    cues:\n      - {at: half, side: right, say: Right}\n      - {at: half, side: left, say: Left}\n"
    (row,) = rows(written(f"  - title: X\n    hold: 20s\n    sides: each\n{cues}"))
    assert row.cues == ("Left",)


def test_rounds_are_a_group_with_the_time_of_each() -> None:
    steps = "      - {title: X, hold: 20s}\n      - {title: Y, hold: 20s, skip: last}\n"
    made = written(f"  - repeat: 3\n    rest: 10s\n    steps:\n{steps}")
    assert made.entries[0] == Group("1", "", "3 rounds, 10 s rest between", "0:00, 0:50, 1:40")
    assert [(row.number, row.time, row.groups) for row in rows(made)] == [
        ("1.1", "0:00", ("1",)),
        ("1.2", "0:20", ("1",)),
    ]
    assert rows(made)[1].dose == "20 seconds, not in the last round"


def test_the_most_telling_cues_come_first_and_a_step_without_cues_has_its_set_up() -> None:
    cues = (
        "    cues:\n      - {at: half, say: Half}\n      - {at: inhale, say: Inhale}\n      - {at: start, say: Place}\n"
    )
    (row,) = rows(written(f"  - title: X\n    breath: 4-6 x 3\n{cues}"))
    assert row.cues == ("Place", "Inhale", "Half")
    (row,) = rows(written('  - title: X\n    hold: 20s\n    setup:\n      - "Stand."\n'))
    assert row.cues == ("Stand.",)


def test_cautions_with_the_same_advice_stand_together() -> None:
    made = bundled_card("breath-lesson-12")
    assert "Recent abdominal surgery, hernia" in [each.who for each in made.cautions]
    assert len({each.advice for each in made.cautions}) == len(made.cautions)
