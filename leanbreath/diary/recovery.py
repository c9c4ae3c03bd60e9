"""A damaged diary is set aside, and a new one begins with everything that can be read from it."""

from contextlib import suppress
from datetime import datetime
from os import urandom
from pathlib import Path

from leanbreath.diary.connection import COMPANIONS, DiaryDamaged, DiaryError, create, named_errors, reading
from leanbreath.diary.events import Event, SessionRow
from leanbreath.diary.sqlite_file import link
from leanbreath.diary.store import Diary
from leanbreath.diary.tables import lacking_columns


def check_diary(path: Path, now: datetime) -> tuple[str, ...]:
    """Set a damaged diary aside and begin a new one; return what happened, nothing if the diary is sound.

    A diary that can't be read for another reason is left alone: its readers say why.
    """
    try:
        reason = damage(path)
    except DiaryError:
        return ()
    return (recover(path, reason, now),) if reason else ()


def damage(path: Path) -> str:
    """Return what is wrong with the file of a diary, empty if nothing is; raise `DiaryError` if it can't be read."""
    if not path.exists():
        return ""
    try:
        with reading(path) as base:
            found = str(base.execute("PRAGMA quick_check(1)").fetchone()[0])
            lacking = lacking_columns(base)
    except DiaryDamaged as error:
        return error.reason
    return lacking if found == "ok" else found


def recover(path: Path, reason: str, now: datetime) -> str:
    """Set a damaged diary aside, put a new one in its place, and return what happened; raise `DiaryError`.

    The new one is complete before it takes the place of the old one, which is kept whole with its companions.
    """
    from leanbreath.diary.salvage import readable_events  # here, since few diaries are damaged

    path = path.resolve()  # a link stays a link
    events = readable_events(path)
    part = path.with_name(f".leanbreath-{urandom(8).hex()}.sqlite3")
    try:
        with named_errors(part):
            create(part)
            Diary(part).merge(events)
            aside = _set_aside(path, now)
            part.replace(path)
    except DiaryError as error:
        raise DiaryError(path, error.reason, f"is damaged ({reason}), and can't be set aside") from error
    finally:
        part.unlink(missing_ok=True)
    return f"the diary was damaged ({reason}); it is kept as {aside}, and a new one begins with {_counted(events)}"


def _set_aside(path: Path, now: datetime) -> Path:
    """Keep a diary and its companions under a name that is free."""
    aside = path.with_name(f"{path.stem}.damaged-{now:%Y%m%d-%H%M%S}-{urandom(2).hex()}{path.suffix}")
    link(path, aside)
    for suffix in COMPANIONS:
        with suppress(FileNotFoundError):
            path.with_name(path.name + suffix).replace(aside.with_name(aside.name + suffix))
    return aside


def _counted(events: tuple[Event, ...]) -> str:
    if not events:
        return "nothing from it, since nothing could be read"
    sessions = sum(isinstance(event, SessionRow) for event in events)
    others = f"{len(events) - sessions} other record{'' if len(events) - sessions == 1 else 's'}"
    counted = f"{sessions} sessions" if sessions != 1 else "one session"
    return f"the {counted}{f' and {others}' if len(events) > sessions else ''} that could be read"
