"""What suits today as text and as data, kept in the cache until anything changes that it follows from.

Only what an answer in the cache needs is imported at once, so that a prompt or a status bar can ask each time.
"""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from leanbreath import __version__
from leanbreath.diary.moment import Moment, moment, training_day
from leanbreath.userdata.paths import cache_folder, data_folder, diary_file, settings_file

if TYPE_CHECKING:
    from leanbreath.coach.today import Today

INDEX = Path(__file__).parent / "bundled" / "routines.json"
"""A file that only the wheel has: in a checkout the bundled files can change at any time, so nothing is kept."""

SETTLED = timedelta(seconds=2)
"""A file that changed a moment ago may change again without looking different."""

UNSAVED = "unsaved-"
"""How the names of files begin that wait next to the diary."""


class TodayAnswer(NamedTuple):
    """The line, its short form and the data of a suggestion, with what is wrong with the diary or the user's files.

    `last_week` is the line about the week that is over, empty unless it is Monday.
    """

    line: str
    short: str
    data: dict[str, Any]
    warnings: tuple[str, ...] = ()
    last_week: str = ""


def today_answer(now: datetime, index: Path = INDEX) -> TodayAnswer:
    """Return what suits now, which has a time zone."""
    known = _fingerprint(index) if index.is_file() else []
    if known and (kept := _kept(known, now)):
        return kept
    answer, day_starts = _computed(now)
    if known and known == _fingerprint(index) and _is_settled(known, now):
        _keep(answer, known, day_starts)
    return answer


def answer_on(day: date, now: datetime) -> TodayAnswer:
    """Return what suits at the beginning of another training day, by what is known now."""
    from leanbreath.userdata.settings_file import load_settings_or_defaults

    day_starts = load_settings_or_defaults()[0].day_starts
    if day == moment(now, day_starts).day:
        return today_answer(now)
    return _answer(Moment(datetime.combine(day, day_starts).astimezone(), day))


def _computed(now: datetime) -> tuple[TodayAnswer, time]:
    """Return an answer from the diary, and when a training day begins."""
    from leanbreath.userdata.settings_file import load_settings_or_defaults

    day_starts = load_settings_or_defaults()[0].day_starts
    return _answer(moment(now, day_starts)), day_starts


def _answer(now: Moment) -> TodayAnswer:
    from leanbreath.coach.today import today
    from leanbreath.coach_loader import load_coach
    from leanbreath.presentation.today_line import today_line, today_short
    from leanbreath.presentation.weekly_line import weekly_line
    from leanbreath.userdata.library import load_library

    coach = load_coach(load_library(), now)
    suits = today(coach.content, coach.material, now)
    line, short = today_line(suits), today_short(suits)
    last_week = weekly_line(coach.content.sessions, now.day)
    data = {"date": now.day.isoformat(), **_data(suits), "line": line, "last_week": last_week or None}
    return TodayAnswer(line, short, data, coach.warnings, last_week)


def _data(suits: "Today") -> dict[str, Any]:
    """Return a suggestion as plain data."""
    names = ("kind", "routine", "title", "seconds", "week", "weeks", "day", "days", "why", "limiter", "key_drill")
    data = {name: getattr(suits, name) for name in names}
    seconds = None if suits.seconds is None else float(suits.seconds)
    return {**data, "seconds": seconds, "minutes": list(suits.minutes), "checkup_due": suits.is_checkup_due}


def _fingerprint(index: Path) -> list[list[Any]]:
    """Return the version and, of each file from which an answer follows, its path, size and time of change."""
    found = (_status(path) for path in (str(index), str(settings_file()), *_own_files()))
    return [[__version__, 0, 0], *sorted(filter(None, found))]


def _own_files() -> Iterator[str]:
    """Yield the files of the diary and of the user's drills, also where links lead."""
    diary = diary_file().resolve()
    yield from {str(diary), f"{diary}-wal"}
    with suppress(OSError):
        yield from (entry.path for entry in os.scandir(data_folder()) if entry.name.startswith(UNSAVED))
    for folder, _, names in os.walk(data_folder() / "drills", followlinks=True):
        yield from (os.path.join(folder, name) for name in names)  # noqa: PTH118 - a path a file would take longer


def _status(path: str) -> list[Any] | None:
    """Return the path, size and time of change of a file; None where it is empty or gone."""
    try:
        status = os.stat(path)  # noqa: PTH116 - as above
    except OSError:
        return None
    return [path, status.st_size, status.st_mtime_ns] if status.st_size else None


def _is_settled(known: list[list[Any]], now: datetime) -> bool:
    latest: int = max(changed for _, _, changed in known)
    return latest / 1e9 < (now - SETTLED).timestamp()


def _kept(known: list[list[Any]], now: datetime) -> TodayAnswer | None:
    """Return the answer in the cache if it is of this training day, and nothing has changed since."""
    try:
        kept = json.loads(_file().read_bytes())
        day = training_day(now, time.fromisoformat(kept["day_starts"]))
        if kept["follows_from"] != known or kept["data"]["date"] != day.isoformat():
            return None
        line, short, last_week = (str(kept[name]) for name in ("line", "short", "last_week"))
        return TodayAnswer(line, short, kept["data"], tuple(map(str, kept["warnings"])), last_week)
    except (OSError, ValueError, TypeError, KeyError):  # there is none, or not one of ours
        return None


def _keep(answer: TodayAnswer, known: list[list[Any]], day_starts: time) -> None:
    from leanbreath.atomic_write import write

    kept = {"follows_from": known, "day_starts": day_starts.isoformat(), **answer._asdict()}
    with suppress(OSError):  # then it is computed again
        write(_file(), json.dumps(kept), sync=False)


def _file() -> Path:
    return cache_folder() / "today.json"
