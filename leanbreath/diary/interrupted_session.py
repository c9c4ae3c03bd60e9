"""The session that can be resumed."""

from collections.abc import Iterable

from leanbreath.diary.events import SessionRow


def interrupted_session(sessions: Iterable[SessionRow]) -> SessionRow | None:
    """Return the session that began last if it can be resumed: it was cut short and its source is known."""
    begun = (each for each in sessions if each.was_begun)
    latest = max(begun, key=lambda session: session.started.at, default=None)
    can_resume = latest is not None and latest.ending != "done" and latest.source and latest.place_seconds
    return latest if can_resume else None
