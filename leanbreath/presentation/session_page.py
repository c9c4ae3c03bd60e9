"""A session in the diary: its line in the history, and its page."""

from collections.abc import Iterator
from typing import NamedTuple

from leanbreath.diary.events import SessionRow
from leanbreath.diary.moment import Moment
from leanbreath.presentation.feedback_questions import PAIN_WORDS
from leanbreath.presentation.work_summary import done_of_planned, step_lines
from leanbreath.score.time_format import format_seconds

ENDINGS = {"done": "to the end", "left": "ended early", "stopped": "stopped", "fault": "ended by an internal error"}
UNKNOWN_ENDING = "cut off or still running"


class SessionPage(NamedTuple):
    """A session's page: when it was, what it was, and its text."""

    when: str
    title: str
    lines: tuple[str, ...]


def session_page(session: SessionRow) -> SessionPage:
    """Return the page of a session."""
    return SessionPage(when_words(session.started), session.title, tuple(_page_lines(session)))


def when_words(when: Moment) -> str:
    """Return a moment as `3 Mar 2026, 07:05`."""
    return f"{when.at.day} {when.at:%b %Y, %H:%M}"


def session_line(session: SessionRow) -> str:
    """Return a session as one line of the history."""
    done = format_seconds(session.done_seconds)
    feedback = "".join(f"; {each}" for each in _feedback(session))
    return f"{session.started.at:%Y-%m-%d %H:%M}  {done:>6} of drills  {session.title} ({_ending(session)}{feedback})"


def _ending(session: SessionRow) -> str:
    if session.ending == "done" and not session.done_seconds:
        return "skipped"
    return ENDINGS.get(session.ending or "", UNKNOWN_ENDING)


def _page_lines(session: SessionRow) -> Iterator[str]:
    yield session.title
    yield f"  {session.started.at:%A}, {session.started.at.day} {session.started.at:%B %Y, %H:%M}"
    yield f"  {done_of_planned(session.work)} of drills; {_ending(session)}"
    if feedback := "; ".join(_feedback(session)):
        yield f"  {feedback}"
    if session.work:
        yield "Drills"
    yield from (f"  - {line}" for line in step_lines(session.work))


def _feedback(session: SessionRow) -> Iterator[str]:
    """Yield each answer about how the session felt."""
    if session.effort is not None:
        yield f"effort {session.effort} of 10"
    if session.lean:
        yield f"leaning felt {session.lean}"
    drills = dict.fromkeys(f"{row.title} hurt" for row in session.work if row.hurt)
    yield from drills
    if session.pain and not drills:
        yield PAIN_WORDS[session.pain]
    if session.note:
        yield session.note
