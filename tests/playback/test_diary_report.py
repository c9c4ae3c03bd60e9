"""What doctor says about the diary."""

from pathlib import Path

import pytest

from leanbreath.diary.store import Diary
from leanbreath.diary.unsaved import keep
from leanbreath.playback.diary_report import diary_report
from tests.diary.making import session, utc


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "diary.sqlite3"


def test_a_missing_diary_is_not_made(path):
    assert diary_report(path) == f"none yet; it would be in {path}" and not path.exists()


def test_a_diary_is_counted_with_the_sessions_that_wait_next_to_it(path):
    Diary(path).save(session(utc(1)), session(utc(4)))
    assert diary_report(path).splitlines() == [str(path), "2 sessions, the latest on 4 Mar 2026"]
    keep(path, session(utc(5)))
    assert diary_report(path).splitlines()[1:] == [
        "3 sessions, the latest on 5 Mar 2026",
        "1 record kept next to it, read in at the next session",
    ]


def test_a_damaged_diary_is_reported_and_left_alone(path):
    path.write_bytes(b"not a database" * 99)
    path.with_name("diary.damaged-20260305-120000-ab12.sqlite3").write_bytes(b"")
    assert diary_report(path).splitlines()[1:] == [
        "damaged: file is not a database; at the next start it is set aside, and what can be read is kept",
        "set aside when it was damaged: diary.damaged-20260305-120000-ab12.sqlite3",
    ]
    assert path.read_bytes() == b"not a database" * 99
