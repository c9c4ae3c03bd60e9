"""Where to resume the last interrupted session."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from fractions import Fraction

from leanbreath.diary.events import SessionRow, WorkRow
from leanbreath.diary.interrupted_session import interrupted_session
from leanbreath.playback.session_options import SessionOptions
from leanbreath.routine.problems import InvalidRequest

END_SECONDS = 1.0
"""So much may be missing from a set that was done to its end."""


def resume_options(
    sessions: Iterable[SessionRow], name: str | None, options: SessionOptions
) -> tuple[SessionRow, SessionOptions]:
    """Return the last interrupted session, whose source is known, and the options that resume it.

    It is fitted to the same length again, and begins at the same breath. With a name, it must be a session of that
    routine. Raise `InvalidRequest` if there is none.
    """
    latest = interrupted_session(sessions)
    if latest is None or latest.source is None or name not in (None, latest.source, latest.routine):
        raise InvalidRequest("no interrupted session to resume; leanbreath history lists what you did")
    step = options.from_step or _step_to_resume(latest)
    resumed = replace(options, resumed_seconds=latest.place_seconds, from_step=step, at_once=True)
    fit, own_breath = _exact(latest.fit_seconds), _exact(latest.breath_seconds)
    return latest, replace(resumed, fit=fit, own_breath=own_breath)


def _exact(seconds: float | None) -> Fraction | None:
    return None if seconds is None else Fraction(seconds).limit_denominator(1_000)


def _step_to_resume(session: SessionRow) -> str | None:
    """Return the step to resume if a drill hurt: it is skipped now, so that frames no longer match.

    It is the first unfinished one from the latest work on; after the last of them, the last that was done.
    """
    if not any(row.hurt for row in session.work):
        return None
    latest = max((row for row in session.work if row.at or row.hurt), key=_latest_moment)
    following = session.work[session.work.index(latest) :]
    done = [row.step for row in session.work if row.done_seconds and not row.hurt]
    unfinished = [row.step for row in following if not row.hurt and not _is_finished(row)]
    return next(iter(unfinished), done[-1] if done else None)


def _latest_moment(row: WorkRow) -> tuple[datetime, int]:
    return max(each.at for each in (row.at, row.hurt_at) if each), row.place


def _is_finished(row: WorkRow) -> bool:
    """Return whether a set was done to its end, or to the end that the runner gave it."""
    return row.ended_by is not None or row.done_seconds >= row.planned_seconds - END_SECONDS
