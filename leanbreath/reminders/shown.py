"""When a reminder was set, and when one was shown last, kept in a file."""

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from leanbreath.atomic_write import write
from leanbreath.userdata.paths import data_folder


class Shown(NamedTuple):
    """When the reminder was set, and when one was shown last; None if that isn't known."""

    set: datetime | None = None
    shown: datetime | None = None

    @property
    def latest(self) -> datetime | None:
        """The moment from which on a reminder counts as missed."""
        return max(filter(None, self), default=None)


def shown_file() -> Path:
    """Return the file."""
    return data_folder() / "reminder.json"


def read_shown() -> Shown:
    """Return what is known; nothing where the file can't be read."""
    try:
        content = json.loads(shown_file().read_text("utf-8"))
        return Shown(*(_moment(content.get(name)) for name in Shown._fields))
    except (OSError, ValueError, AttributeError, TypeError):
        return Shown()


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text).astimezone() if text else None


def write_shown(shown: Shown) -> None:
    """Write it, if it can be written."""
    content = {name: moment.isoformat(timespec="seconds") for name, moment in shown._asdict().items() if moment}
    with suppress(OSError):
        write(shown_file(), json.dumps(content))
