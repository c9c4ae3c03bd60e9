"""Copies of a whole diary next to it, made before it is changed for good."""

import os
from contextlib import closing
from datetime import datetime
from pathlib import Path

from leanbreath.diary.sqlite_file import connect, link, new_file

MOST_BACKUPS = 5
"""So many copies are kept; older ones are removed when another is made."""


def back_up(path: Path) -> Path:
    """Copy a diary as SQLite reads it, also one in use, and return the copy; raise `OSError` or `sqlite3.Error`.

    Its name has the version of the diary and when that was last changed; no other file is overwritten.
    """
    with new_file(path.parent) as part:
        with closing(connect(f"{path.as_uri()}?mode=ro")) as base, closing(connect(f"{part.as_uri()}?mode=rw")) as copy:
            version = base.execute("PRAGMA user_version").fetchone()[0]
            base.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, which can be read anywhere
        name = f"{path.stem}.backup-v{version}-{_changed(path):%Y%m%d-%H%M%S}-{os.urandom(2).hex()}{path.suffix}"
        link(part, path.with_name(name))
    for old in backups(path)[MOST_BACKUPS:]:
        old.unlink(missing_ok=True)
    return path.with_name(name)


def backups(path: Path) -> tuple[Path, ...]:
    """Return the copies of a diary, the latest first."""
    found = path.parent.glob(f"{path.stem}.backup-v*{path.suffix}")
    return tuple(sorted(found, key=lambda copy: (copy.stat().st_mtime_ns, copy.name), reverse=True))


def _changed(path: Path) -> datetime:
    """Return when a diary was last changed, with what is not yet in its main part."""
    files = (path, path.with_name(f"{path.name}-wal"))
    return datetime.fromtimestamp(max(file.stat().st_mtime for file in files if file.exists())).astimezone()
