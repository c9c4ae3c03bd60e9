"""A program that is killed while it writes leaves a sound diary with what was written before."""

import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from leanbreath.diary.connection import writing
from leanbreath.diary.events import DiaryContent
from leanbreath.diary.store import Diary
from tests.diary.making import session, utc, work

FIRST = session(utc(1), work(4, utc(1)), id="first")

STOPS = """
import sys, time
from dataclasses import replace
from pathlib import Path
from leanbreath.diary import store, tables
from tests.diary.test_killed import FIRST
before, at = tables._replace, sys.argv[2]
def stopping(base, table, values):
    if table == at:
        print("writing", flush=True)
        time.sleep(60)
    before(base, table, values)
tables._replace = stopping
store.Diary(Path(sys.argv[1])).save(replace(FIRST, id=sys.argv[3], revision=2))
"""


@pytest.mark.parametrize("table", ["session", "work"])
@pytest.mark.parametrize("id", ["first", "second"], ids=["the same session", "another"])
def test_a_kill_in_the_middle_of_a_write_changes_nothing(tmp_path, table, id):
    diary = Diary(tmp_path / "diary.sqlite3")
    diary.save(FIRST)
    process = subprocess.Popen([sys.executable, "-c", STOPS, str(diary.path), table, id], stdout=subprocess.PIPE)
    assert process.stdout is not None
    with process.stdout:
        assert process.stdout.readline() == b"writing\n"
        process.kill()
        process.wait()
    assert diary.read() == DiaryContent((FIRST,))
    with writing(diary.path) as base:
        assert base.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    with closing(sqlite3.connect(diary.path)) as base:
        assert base.execute("SELECT count(*) FROM work").fetchone() == (1,)
