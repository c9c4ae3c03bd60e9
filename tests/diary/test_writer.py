"""The diary's writer: nobody waits for it, nothing is lost, and what can't be written is kept next to the diary."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import connect
from threading import Event, Thread
from time import monotonic

import pytest

from leanbreath.diary.events import SessionRow
from leanbreath.diary.merging import edited
from leanbreath.diary.store import Diary
from leanbreath.diary.unsaved import keep, unsaved_events, unsaved_file
from leanbreath.diary.writer import DiaryWriter, Pauses
from tests.diary.making import session, utc, work

NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)
SOON = Pauses(0.001, 0.01)
FIRST = session(utc(1), work(4, utc(1)))
STATES = [replace(FIRST, revision=number, work=(work(4.0 * number, utc(1)),)) for number in range(1, 9)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "diary.sqlite3"


def writer(path: Path) -> DiaryWriter:
    return DiaryWriter(Diary(path), lambda: NOW, SOON)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Lock a diary as another program does."""
    if not path.exists():
        Diary(path).save()
    with closing(connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


def test_the_last_state_of_a_session_is_written(path):
    writes = writer(path)
    for state in STATES:
        writes.save(state)
    writes.close(10)
    assert Diary(path).read().sessions == (STATES[-1],) and writes.warnings == []


@pytest.mark.parametrize("edits", [1, 3])
def test_a_note_written_while_the_session_goes_on_stays(path, edits):
    writes, diary = writer(path), Diary(path)
    for number, state in enumerate(STATES[:3]):
        writes.save(state)
        until(lambda state=state: [each.work for each in diary.read().sessions] == [state.work])
        for edit in range(edits if number < 2 else 0):
            diary.merge([edited(diary.read().sessions[0], f"Windy {number}.{edit}")])
    writes.close(10)
    (stored,) = diary.read().sessions
    assert (stored.note, stored.work) == (f"Windy 1.{edits - 1}", STATES[2].work)


def test_a_note_of_the_end_card_replaces_one_written_before_and_what_comes_after_is_kept(path):
    writes, diary = writer(path), Diary(path)
    writes.save(FIRST)
    until(lambda: diary.read().sessions)
    diary.merge([edited(edited(FIRST, "Windy."), "Still windy.")])
    writes.save(replace(FIRST, revision=2, note="Calm."))
    until(lambda: diary.read().sessions[0].note == "Calm.")
    writes.save(replace(FIRST, revision=3, note="Calm.", ending="done"))
    writes.close(10)
    (stored,) = diary.read().sessions
    assert (stored.note, stored.ending) == ("Calm.", "done")


def test_a_writer_that_was_given_nothing_makes_nothing(path):
    writer(path).close(10)
    assert list(path.parent.iterdir()) == []


def test_saving_returns_at_once_while_the_diary_is_locked_and_the_last_state_is_written_when_it_is_free(path):
    writes = writer(path)
    with locked(path):
        before = monotonic()
        for state in STATES:
            writes.save(state)
        assert monotonic() - before < 0.2
        until(lambda: unsaved_file(path, FIRST.id).exists())
    writes.close(10)
    assert Diary(path).read().sessions == (STATES[-1],)
    assert unsaved_events(path) == () and writes.warnings == []


def test_what_is_saved_while_the_diary_is_locked_survives_a_kill_in_a_file(path):
    writes = writer(path)
    with locked(path):
        for state in STATES[-2:]:
            writes.save(state)
            until(lambda state=state: [each.event for each in unsaved_events(path)] == [state])
        assert Diary(path).read().sessions == (STATES[-1],)


def test_what_cannot_be_written_by_the_end_is_kept_and_read_in_at_the_next_start(path):
    writes = writer(path)
    with locked(path):
        writes.save(STATES[0])
        writes.save(STATES[-1])
        writes.close(1.5)
        assert unsaved_file(path, FIRST.id).exists()
    [warning] = writes.warnings
    assert "another program has locked it; this session is kept in unsaved-" in warning
    until(lambda: unsaved_events(path) == ())  # the thread goes on while the program does
    keep(path, STATES[-1])
    again = writer(path)
    again.save(other := session(utc(2)))
    again.close(10)
    assert Diary(path).read().sessions == (other, STATES[-1])
    assert unsaved_events(path) == ()


def test_a_diary_that_becomes_damaged_during_a_session_is_replaced(path):
    writes = writer(path)
    writes.save(STATES[0])
    until(lambda: Diary(path).read().sessions == (STATES[0],))
    path.write_bytes(b"damaged" * 1000)
    writes.save(STATES[1])
    writes.close(10)
    assert Diary(path).read().sessions == (STATES[1],)
    assert "the diary was damaged" in writes.warnings[0] and len(writes.warnings) == 1


def test_where_nothing_can_be_written_the_runner_is_told_what_is_missing(path):
    path.parent.joinpath("file").write_text("")
    writes = writer(path.parent / "file" / "diary.sqlite3")
    writes.save(FIRST)
    writes.close(0.5)
    [warning] = writes.warnings
    assert "cannot be used: " in warning and warning.endswith("part of this session is missing from the diary")
    assert warning.count("no file next to it can be written") == 1


def test_an_error_of_ours_is_raised_at_the_end_and_not_swallowed(path):
    writes = writer(path)
    writes.save(replace(FIRST, note=object()))  # type: ignore[arg-type]
    with pytest.raises(Exception, match="object"):
        writes.close(10)


def until(holds) -> None:
    """Wait for a thread until something holds."""
    tick, deadline = Event(), monotonic() + 10
    while not holds():
        assert monotonic() < deadline, "it never came to hold"
        tick.wait(0.002)


def test_two_programs_write_their_sessions_at_once(path):
    rows = [session(utc(1 + number), work(number, utc(1)), id=f"{number}") for number in range(4)]

    def run(row: SessionRow) -> None:
        writes = writer(path)
        for number in range(5):
            writes.save(replace(row, revision=number))
        writes.close(20)

    threads = [Thread(target=run, args=(row,)) for row in rows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {each.id: each.revision for each in Diary(path).read().sessions} == dict.fromkeys("0123", 4)
