"""The session that can be resumed."""

from collections.abc import Iterable

from leanbreath.diary.events import SessionRow


def interrupted_session(sessions: Iterable[SessionRow]) -> SessionRow | None:
    """Return the latest session (which comes first) if it can be resumed: it was cut short and its source is known."""
    latest = next(iter(sessions), None)
    can_resume = latest is not None and latest.ending != "done" and latest.source and latest.place_seconds
    return latest if can_resume else None
