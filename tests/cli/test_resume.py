"""`leanbreath run --resume`: an interrupted session resumes at its step."""

import pytest

from leanbreath.diary.store import Diary
from tests.diary.making import session, utc, work
from tests.home import at_terminal, leanbreath, short_routine

OPTIONS = ("--output", "silent", "--at-once", "--plain")


def sessions(folder):
    return Diary(folder / "leanbreath" / "diary.sqlite3").read().sessions


def test_without_an_interrupted_session_there_is_nothing_to_resume(tmp_path):
    result = leanbreath(tmp_path, "run", "--resume")
    assert result.returncode == 1
    assert "no interrupted session to resume" in result.stderr


def test_run_without_a_name_asks_for_one(tmp_path):
    result = leanbreath(tmp_path, "run")
    assert result.returncode == 2 and "name a routine or a file" in result.stderr


def test_a_killed_session_resumes_at_its_step(tmp_path):
    terminal = at_terminal(tmp_path, "run", short_routine(tmp_path), *OPTIONS)
    try:
        terminal.wait_for(lambda: terminal.text().count("Hold still.") == 4)
        terminal.wait_for(lambda: sessions(tmp_path)[0].done_seconds > 2.2)
    finally:
        terminal.kill()
    again = at_terminal(tmp_path, "run", "--resume", *OPTIONS)
    try:
        again.wait_for("Third hold. 10 minutes.")
        again.wait_for("Hold still.")
        assert "First hold" not in again.text()
    finally:
        again.send("\x03")
        again.end()
    later, sooner = sessions(tmp_path)
    assert sooner.ending is None and later.ending == "stopped" and later.source == sooner.source


@pytest.mark.parametrize("arguments", [("run", "--resume"), ("history",), ("run", "own.yaml", "--plain")])
def test_a_damaged_diary_is_set_aside_and_not_an_internal_error(tmp_path, arguments):
    (tmp_path / "own.yaml").write_text("routine: own\ntitle: Own\nsteps:\n  - {title: Stand, hold: 0.1s}\n")
    diary = tmp_path / "leanbreath" / "diary.sqlite3"
    diary.parent.mkdir()
    diary.write_bytes(b"not a database" * 100)
    result = leanbreath(tmp_path, *arguments, folder=tmp_path)
    assert "the diary was damaged (file is not a database)" in result.stderr
    assert len(list(diary.parent.glob("diary.damaged-*"))) == 1
    assert len(sessions(tmp_path)) == ("own.yaml" in arguments)


def interrupted(folder, source):
    row = session(utc(4), work(1.0, utc(4)), source=source, ending="left", place_seconds=1.0)
    Diary(folder / "leanbreath" / "diary.sqlite3").save(row)


def test_a_session_resumes_by_the_path_it_was_started_with_wherever_that_leads(tmp_path):
    (tmp_path / "own.yaml").write_text("routine: own\ntitle: Own\nsteps:\n  - {title: Stand, hold: 2s}\n")
    interrupted(tmp_path, str(tmp_path / "own.yaml"))
    result = leanbreath(tmp_path, "run", "own.yaml", "--resume", "--plain", "--output", "silent", folder=tmp_path)
    assert (result.returncode, "no interrupted session" in result.stderr) == (0, False)


def test_a_session_whose_file_is_gone_says_so(tmp_path):
    interrupted(tmp_path, str(tmp_path / "gone.yaml"))
    result = leanbreath(tmp_path, "run", "--resume")
    assert result.returncode == 1
    assert f"the file of that session is gone: {tmp_path}/gone.yaml" in result.stderr
