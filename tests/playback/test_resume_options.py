"""Which session is resumed, and where."""

from dataclasses import replace
from fractions import Fraction

import pytest

from leanbreath.diary.events import WorkRow
from leanbreath.playback.resume_options import resume_options
from leanbreath.playback.session_options import SessionOptions
from leanbreath.routine.problems import InvalidRequest
from tests.diary.making import session, utc, work

WORK = (
    work(20, utc(2), step="1", drill="rock", title="Rock"),
    work(5, utc(2), step="2", place=1),
)
LATEST = session(
    utc(2),
    *WORK,
    ending="left",
    routine="own",
    title="Own",
    source="/elsewhere/own.yaml",
    place_seconds=25.0,
)


@pytest.mark.parametrize("name", [None, "own", "/elsewhere/own.yaml"])
def test_the_latest_session_is_resumed_where_it_was_interrupted_without_a_card(name):
    latest, options = resume_options([LATEST], name, SessionOptions(mute=True))
    assert (latest.source, options.resumed_seconds, options.from_step) == ("/elsewhere/own.yaml", 25.0, None)
    assert options.at_once and options.mute


def test_it_is_fitted_to_the_same_length_and_begins_at_the_same_breath():
    changed = replace(LATEST, fit_seconds=360.0, breath_seconds=5.2)
    _, options = resume_options([changed], None, SessionOptions())
    assert (options.fit, options.own_breath) == (Fraction(360), Fraction("5.2"))


@pytest.mark.parametrize(
    ("sessions", "name"),
    [
        ([], None),
        ([replace(LATEST, ending="done")], None),
        ([replace(LATEST, source=None)], None),
        ([LATEST], "another"),
    ],
)
def test_without_an_interrupted_session_of_that_name_there_is_nothing_to_resume(sessions, name):
    with pytest.raises(InvalidRequest, match="no interrupted session to resume"):
        resume_options(sessions, name, SessionOptions())


def test_after_pain_the_step_counts_rather_than_the_frame():
    hurt = replace(LATEST, work=(WORK[0], replace(WORK[1], hurt_at=utc(2))))
    assert resume_options([hurt], None, SessionOptions())[1].from_step == "1"


def row(minute: int, text: str) -> WorkRow:
    """Return a minute of work done for some seconds; with `!` it hurt then."""
    then = utc(2, 7, minute)
    hurt_at = then if "!" in text else None
    return work(float(text.strip("!")), then, step=str(minute), place=minute, title=str(minute), hurt_at=hurt_at)


@pytest.mark.parametrize(
    ("steps", "resumed"),
    [
        (("60", "20!", "0", "0"), "3"),  # what hurt is over
        (("60", "20!", "60", "0"), "4"),  # a finished step isn't done again
        (("60", "20!", "59.5", "0"), "4"),
        (("60", "20!", "30", "0"), "3"),
        (("20!", "0", "0"), "2"),
        (("60", "20!"), "1"),  # nothing is left
    ],
)
def test_after_pain_the_first_unfinished_step_is_resumed(steps, resumed):
    latest = replace(LATEST, work=tuple(row(minute, text) for minute, text in enumerate(steps, 1)))
    assert resume_options([latest], None, SessionOptions())[1].from_step == resumed


def test_a_step_that_is_asked_for_wins():
    assert resume_options([LATEST], None, SessionOptions(from_step="2"))[1].from_step == "2"
