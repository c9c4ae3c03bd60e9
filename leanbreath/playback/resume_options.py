"""Where to resume the last interrupted session."""

from collections.abc import Iterable
from dataclasses import replace

from leanbreath.diary.events import SessionRow
from leanbreath.diary.interrupted_session import interrupted_session
from leanbreath.playback.session_options import SessionOptions
from leanbreath.routine.problems import InvalidRequest


def resume_options(
    sessions: Iterable[SessionRow], name: str | None, options: SessionOptions
) -> tuple[str, SessionOptions]:
    """Return the routine of the last interrupted session, by its id or file, and the options that resume it.

    With a name, it must be a session of that routine. Raise `InvalidRequest` if there is none.
    """
    latest = interrupted_session(sessions)
    if latest is None or latest.source is None or name not in (None, latest.source, latest.routine):
        raise InvalidRequest("no interrupted session to resume; leanbreath history lists what you did")
    step = options.from_step or _last_step(latest)
    return latest.source, replace(options, resumed_seconds=latest.place_seconds, from_step=step, at_once=True)


def _last_step(session: SessionRow) -> str | None:
    """Return the last step that was done, if a drill hurt: it is skipped now, so that frames no longer match."""
    done = [row.step for row in session.work if row.done_seconds and not row.hurt]
    return done[-1] if done and any(row.hurt for row in session.work) else None
