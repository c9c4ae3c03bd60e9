"""Drills and sessions as the screens behind the home screen show them."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from leanbreath.cli.commands.history import ENDINGS, felt
from leanbreath.cli.commands.show import drill_lines
from leanbreath.diary.store import SessionRow, WorkRow
from leanbreath.presentation.describe import read_more
from leanbreath.presentation.figures import figure
from leanbreath.presentation.home import DrillEntry, DrillPage, SessionPage
from leanbreath.routine.library import Library
from leanbreath.score.time_format import format_seconds


def drill_entries(library: Library) -> tuple[DrillEntry, ...]:
    """Return every drill that can be done, by family and title."""
    drills = ((id, path.parent.name, library.drill(id).value) for id, path in library.drill_files.items())
    found = (DrillEntry(id, drill.title, family) for id, family, drill in drills if drill and drill.work)
    return tuple(sorted(found, key=lambda entry: (entry.family, entry.title)))


def titles(library: Library) -> dict[str, str]:
    """Return the title of each drill by its id, in the order of the titles."""
    return {entry.id: entry.title for entry in sorted(drill_entries(library), key=lambda entry: entry.title)}


def drill_page(library: Library, id: str) -> DrillPage:
    """Return the page of a drill; it names other drills by their titles."""
    drill = library.drill(id).value
    if drill is None:
        return DrillPage((f"{id} cannot be read any more",), None)
    names = titles(library)
    others = {caution: names.get(other, other) for caution, other in (drill.instead or {}).items()}
    lines = tuple(drill_lines(library, replace(drill, instead=others)))
    return DrillPage(lines, figure(library, drill), tuple(each.id for each in read_more(library, drill)))


def session_page(session: SessionRow) -> SessionPage:
    """Return the page of a session: how it went, how it felt, and what was done."""
    return SessionPage(f"{session.started:%d %b %Y, %H:%M}", session.title, tuple(_session_lines(session)))


def _session_lines(session: SessionRow) -> Iterator[str]:
    yield session.title
    yield f"  {session.started:%A, %d %B %Y, %H:%M}"
    planned = sum(row.planned_seconds for row in session.work)
    ending = ENDINGS.get(session.ending or "", "cut off, or still under way")
    yield f"  {format_seconds(session.done_seconds)} of {format_seconds(planned)} of drills; {ending}"
    if told := "; ".join(felt(session)):
        yield f"  {told}"
    if session.work:
        yield "Drills"
    for title, group in groupby(session.work, key=lambda row: row.title):
        yield f"  - {title}: {_amounts(tuple(group))}"


def _amounts(rows: tuple[WorkRow, ...]) -> str:
    """Return how much of a drill was done, side by side."""
    parts = []
    for side in dict.fromkeys(row.side for row in rows):
        done = sum(row.done_seconds for row in rows if row.side == side)
        planned = sum(row.planned_seconds for row in rows if row.side == side)
        amount = (
            format_seconds(done)
            if done >= planned
            else f"{format_seconds(done)} of {format_seconds(planned)}"
            if done
            else "not done"
        )
        parts.append(f"{side} {amount}" if side else amount)
    return ", ".join(parts) + ("; it hurt" if any(row.hurt for row in rows) else "")
