"""Reading needs no writing: in a folder that can't be written, every diary that can be read is read."""

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from leanbreath.diary.migrations import STEPS
from leanbreath.diary.store import Diary
from leanbreath.diary.unsaved import keep
from tests.diary.making import session, utc, work
from tests.unprivileged import unprivileged

FIRST = session(utc(1), work(60, utc(1)), title="First")
SECOND = session(utc(2), title="Second")

READ = """
import json, sys
from datetime import datetime
from pathlib import Path
from leanbreath.diary.connection import DiaryError
from leanbreath.diary.recovery import check_diary
from leanbreath.diary.store import Diary
found, refused = {}, {}
for name in sys.argv[1:]:
    path = Path(name) / "diary.sqlite3"
    try:
        check_diary(path, datetime.now())
        prior = Diary(path).prior_sessions("daily-12", datetime(2026, 1, 1).astimezone())
        titles = [each.title for each in Diary(path).read().sessions]
        found[Path(name).name] = titles if len(prior.recent) == len(titles) else prior
    except DiaryError as error:
        found[Path(name).name] = str(error)
    try:
        Diary(path).add()
        refused[Path(name).name] = ""
    except DiaryError as error:
        refused[Path(name).name] = error.reason
print(json.dumps([found, refused]))
"""


def closed(path: Path) -> None:
    Diary(path).save(FIRST, SECOND)


def cut_off(path: Path) -> None:
    """Leave what was written last next to the diary, as a program does that is killed."""
    Diary(path).save(FIRST)
    with closing(sqlite3.connect(path)) as live:
        live.execute("UPDATE session SET title = 'First, changed'")
        live.commit()
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{path}{suffix}", f"{path}{suffix}.copy")
    for suffix in ("", "-wal"):
        Path(f"{path}{suffix}.copy").replace(f"{path}{suffix}")


def waiting(path: Path) -> None:
    Diary(path).save(FIRST)
    keep(path, SECOND)


def old(path: Path) -> None:
    row = "INSERT INTO session (started, title, planned_seconds) VALUES ('2026-01-02T07:00:00+00:00', 'Old', 1.0)"
    with closing(sqlite3.connect(path)) as base:
        base.executescript(f"{';'.join(STEPS[:2])}; {row}; PRAGMA user_version = 2;")
        base.execute("PRAGMA journal_mode = WAL")


def damaged(path: Path) -> None:
    path.write_bytes(b"not a database" * 99)


def secret(path: Path) -> None:
    closed(path)
    path.chmod(0)


CASES = {
    "closed": (closed, ["Second", "First"]),
    "cut-off": (cut_off, ["First, changed"]),
    "waiting": (waiting, ["Second", "First"]),
    "old": (old, ["Old"]),
    "none": (lambda path: None, []),
    "damaged": (damaged, "is damaged (file is not a database), and can't be set aside: Permission denied"),
    "secret": (secret, "cannot be used: unable to open database file"),
}


@pytest.fixture
def folders(tmp_path) -> Iterator[list[Path]]:
    """Yield folders that can't be written, each with a diary of its kind."""
    made = [tmp_path / name for name in CASES]
    for folder, (make, _) in zip(made, CASES.values(), strict=True):
        folder.mkdir()
        make(folder / "diary.sqlite3")
        folder.chmod(0o555)
    yield made
    for folder in made:
        folder.chmod(0o755)


def test_a_diary_in_a_folder_that_cannot_be_written_is_read(folders):
    before = [sorted(each.name for each in folder.iterdir()) for folder in folders]
    command = unprivileged([sys.executable, "-c", READ, *map(str, folders)])
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.stderr == ""
    found, refused = json.loads(result.stdout)
    assert all(refused.values()) and not set(refused.values()) & {"it is not a file", "the file is not a diary"}
    assert {name: found[name] for name, (_, expected) in CASES.items() if isinstance(expected, list)} == {
        name: expected for name, (_, expected) in CASES.items() if isinstance(expected, list)
    }
    assert [name for name, (_, said) in CASES.items() if isinstance(said, str) and said not in found[name]] == []
    assert [sorted(each.name for each in folder.iterdir()) for folder in folders] == before
