"""Drills and sessions as the screens behind the home screen show them."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from leanbreath.cli.figures import figure
from leanbreath.cli.history import ENDINGS
from leanbreath.cli.show import drill_lines
from leanbreath.cli.telling import read_more
from leanbreath.diary.store import SessionRow, WorkRow
from leanbreath.routine.library import Library
from leanbreath.routine.model import Drill
from leanbreath.score.score import RATE
from leanbreath.score.sheet import clock
from leanbreath.screens.shelf import DrillPage, SessionPage


def titles(library: Library) -> dict[str, str]:
    """Return the title of each drill by its id, in the order of the titles."""
    return {id: drill.title for id, drill in _drills(library)}


def drill_pages(library: Library) -> tuple[DrillPage, ...]:
    """Return a page for each drill, by family and title."""
    names = titles(library)
    pages = (_drill_page(library, id, drill, names) for id, drill in _drills(library))
    return tuple(sorted(pages, key=lambda page: page.family))


def _drills(library: Library) -> list[tuple[str, Drill]]:
    """Return every drill that can be done with its id, by title."""
    found = ((id, library.drill(id).value) for id in library.drill_files)
    return sorted(((id, drill) for id, drill in found if drill and drill.work), key=lambda each: each[1].title)


def _drill_page(library: Library, id: str, drill: Drill, names: dict[str, str]) -> DrillPage:
    others = {caution: names.get(other, other) for caution, other in (drill.instead or {}).items()}
    lines = tuple(drill_lines(library, replace(drill, instead=others)))
    about = tuple(each.id for each in read_more(library, drill))
    return DrillPage(id, drill.title, library.drill_files[id].parent.name, lines, figure(library, drill), about)


def session_page(session: SessionRow) -> SessionPage:
    """Return the page of a session: how it went, how it felt, and what was done."""
    return SessionPage(f"{session.started:%d %b %Y, %H:%M}", session.title, tuple(_session_lines(session)))


def _session_lines(session: SessionRow) -> Iterator[str]:
    yield session.title
    yield f"  {session.started:%A, %d %B %Y, %H:%M}"
    planned = sum(row.planned_seconds for row in session.work)
    ending = ENDINGS.get(session.ending or "", "cut off, or still under way")
    yield f"  {_clock(session.done_seconds)} of {_clock(planned)} of drills; {ending}"
    if felt := "; ".join(_felt(session)):
        yield f"  {felt}"
    if session.work:
        yield "Drills"
    for title, group in groupby(session.work, key=lambda row: row.title):
        yield f"  - {title}: {_amounts(tuple(group))}"


def _felt(session: SessionRow) -> Iterator[str]:
    """Yield how a session felt, as far as the runner told."""
    if session.effort is not None:
        yield f"effort {session.effort} of 10"
    if session.lean:
        yield f"leaning felt {session.lean}"
    if session.note:
        yield session.note


def _amounts(rows: tuple[WorkRow, ...]) -> str:
    """Return how much of a drill was done, side by side."""
    parts = []
    for side in dict.fromkeys(row.side for row in rows):
        done = sum(row.done_seconds for row in rows if row.side == side)
        planned = sum(row.planned_seconds for row in rows if row.side == side)
        amount = _clock(done) if done >= planned else f"{_clock(done)} of {_clock(planned)}" if done else "not done"
        parts.append(f"{side} {amount}" if side else amount)
    return ", ".join(parts) + ("; it hurt" if any(row.hurt for row in rows) else "")


def _clock(seconds: float) -> str:
    return clock(round(seconds * RATE))
