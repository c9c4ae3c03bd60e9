"""Connections to the file of a diary: one to read, which never writes, and one to write.

A reader of an older diary migrates a copy in memory; whoever writes to one makes a backup first. A diary that a running
program left in write-ahead mode can also be read where nothing can be written: from a copy, or as it was when it was
last closed.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from leanbreath.diary.backup import back_up
from leanbreath.diary.migrations import NewerVersion, is_old, migrate
from leanbreath.diary.sqlite_file import connect, link, new_file
from leanbreath.routine.problems import InvalidRequest

WRITE_SECONDS = 0.25
"""How long one try to write waits for such a program; the writer tries again."""

LEAST_BYTES = 512
"""A shorter file holds no tables; SQLite takes some for empty, and writes over them."""

COMPANIONS = ("-wal", "-shm", "-journal")
"""The files that SQLite keeps next to a diary; they belong to it."""

DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT, sqlite3.SQLITE_ERROR)
"""What SQLite reports of a damaged file, or of one whose tables are not those of a diary."""

REASONS = {
    sqlite3.SQLITE_BUSY: "another program has locked it",
    sqlite3.SQLITE_LOCKED: "another program has locked it",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "it is read-only",
}


class DiaryError(InvalidRequest):
    """Says what is wrong with the diary, and why; `reason` is the latter."""

    def __init__(self, path: Path, reason: str, what: str = "cannot be used") -> None:
        super().__init__(f"the diary {path} {what}: {reason}")
        self.reason = reason


class DiaryDamaged(DiaryError):
    """The file is no diary, or not a whole one."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason, "is damaged")


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Yield a connection to a diary that exists, which writes nothing; raise `DiaryError`."""
    path = path.resolve()  # the files next to it belong to where a link leads
    with named_errors(path), _open_to_read(path) as base:
        _require_diary(path, base)
        if not is_old(base):
            base.execute("BEGIN")  # whatever is read in several steps is of the same moment
            yield base
            return
        with closing(connect(":memory:")) as copy:
            base.backup(copy)
            migrate(copy)
            yield copy


def file_version(path: Path) -> int:
    """Return the version of a diary that exists, as its file has it; raise `DiaryError`."""
    path = path.resolve()
    with named_errors(path), _open_to_read(path) as base:
        return int(base.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """Yield a connection to a diary, made if there is none, in a transaction of its own; raise `DiaryError`."""
    path = path.resolve()
    with named_errors(path):
        if not path.exists():
            create(path)
        _require_file(path)
        with closing(connect(f"{path.as_uri()}?mode=rw", WRITE_SECONDS)) as base:
            _require_diary(path, base)
            if is_old(base):
                _bring_up_to_date(path, base)
            _set_up(base)
            base.execute("BEGIN IMMEDIATE")
            try:
                yield base
                base.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    base.execute("ROLLBACK")
                raise


def create(path: Path) -> None:
    """Make an empty diary, whole or not at all; one that another program makes meanwhile is kept."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with new_file(path.parent) as part, suppress(FileExistsError):
        with closing(connect(f"{part.resolve().as_uri()}?mode=rw")) as base:
            _set_up(base)
            migrate(base)
        link(part, path)


def _bring_up_to_date(path: Path, base: sqlite3.Connection) -> None:
    """Take the missing steps of an older diary, after a copy of it was made; without one it is left as it is."""

    def copy() -> None:
        try:
            with named_errors(path):
                back_up(path)
        except DiaryError as error:
            what = "is from an older leanbreath and can't be updated, since its backup can't be written"
            raise DiaryError(path, error.reason, what) from error

    migrate(base, copy)


@contextmanager
def named_errors(path: Path) -> Iterator[None]:
    """Raise errors of SQLite and of the file system as `DiaryError`; what is our own fault stays as it is."""
    try:
        yield
    except NewerVersion:
        raise DiaryError(path, "update leanbreath", "was written by a newer leanbreath") from None
    except OSError as error:
        raise DiaryError(path, error.strerror or str(error)) from error
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        if code is None:
            raise
        if code & 0xFF in DAMAGE:
            raise DiaryDamaged(path, str(error)) from error
        raise DiaryError(path, REASONS.get(code & 0xFF, str(error))) from error


@contextmanager
def _open_to_read(path: Path) -> Iterator[sqlite3.Connection]:
    """Yield a connection to a file, or where SQLite needs to write first, to a copy of it or to its main part."""
    _require_file(path)
    base = _read_only(f"{path.as_uri()}?mode=ro")
    if base is not None:
        with closing(base):
            yield base
        return
    from tempfile import TemporaryDirectory  # here, since few diaries need a copy

    with TemporaryDirectory() as folder, closing(connect(_unwritten(path, Path(folder)))) as base:
        yield base


def _read_only(address: str) -> sqlite3.Connection | None:
    """Return a connection whose file can be read, None where SQLite needs to write first."""
    base = connect(address)
    try:
        base.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.Error as error:
        base.close()
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
        return None
    return base


def _unwritten(path: Path, folder: Path) -> str:
    """Return the address of a copy of a diary with what is not yet in its main part, else of the main part alone."""
    files = [path.with_name(path.name + suffix) for suffix in ("-wal", "-journal")]
    waiting = [file for file in files if file.exists() and file.stat().st_size]
    for file in [path, *waiting] if waiting else []:
        shutil.copyfile(file, folder / file.name)
    return (folder / path.name).as_uri() if waiting else f"{path.as_uri()}?immutable=1"


def _set_up(base: sqlite3.Connection) -> None:
    base.execute("PRAGMA journal_mode = WAL")
    base.execute("PRAGMA synchronous = FULL")


def _require_file(path: Path) -> None:
    """Raise `DiaryError` if there is something else, such as a pipe, at which SQLite would wait for ever."""
    if not path.is_file():
        raise DiaryError(path, "it is not a file")


def _require_diary(path: Path, base: sqlite3.Connection) -> None:
    """Raise `DiaryDamaged` if a file is empty, or the database of another program."""
    size = path.stat().st_size
    if size < LEAST_BYTES:
        raise DiaryDamaged(path, "the file is cut off" if size else "the file is empty")
    version = int(base.execute("PRAGMA user_version").fetchone()[0])
    tables = {row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if version < 0 or (tables and not version) or (version and not {"session", "work"} <= tables):
        raise DiaryDamaged(path, "the file is not a diary")
