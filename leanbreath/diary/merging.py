"""Which of two copies of an event counts, on every machine alike, so that diaries merge in any order.

A deletion wins over every copy of its event. Else the later revision wins, and of two edits made apart from each other
the one whose content comes last as text.
"""

import json
from dataclasses import replace

from leanbreath.diary.events import Event, SessionRow
from leanbreath.diary.fields import MAX_NUMBER
from leanbreath.diary.row_values import data


def wins(event: Event, other: Event) -> bool:
    """Return whether a copy of an event takes the place of another one; of two equal copies neither does."""
    if isinstance(event, SessionRow) and isinstance(other, SessionRow) and event.revision != other.revision:
        return event.revision > other.revision
    return _content(event) > _content(other)


def edited(session: SessionRow, note: str | None) -> SessionRow:
    """Return a session with another note, as a later revision of it; the last revision there is stays the last."""
    return replace(session, note=note, revision=min(session.revision + 1, MAX_NUMBER - 1))


def with_note(session: SessionRow, stored: SessionRow | None) -> SessionRow:
    """Return a session as a later revision than its stored copy where that has another note, which it takes over.

    A note of its own stays.
    """
    if not stored or not stored.note or stored.note == session.note:
        return session
    later = edited(stored, session.note or stored.note).revision
    return replace(session, note=session.note or stored.note, revision=max(session.revision, later))


def _content(event: Event) -> str:
    return json.dumps(data(event), sort_keys=True)
