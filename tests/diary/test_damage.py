"""A damaged diary is set aside whole, and a new one begins with everything that can be read from it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from leanbreath.diary.connection import DiaryDamaged, DiaryError
from leanbreath.diary.recovery import check_diary
from leanbreath.diary.store import Diary
from tests.diary.making import session, utc, work

NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)
PAGE = 4096
COUNT = 200
SESSIONS = tuple(
    session(
        utc(1 + number % 27, 7, number // 27),
        work(60, utc(1)),
        work(5, utc(1), place=1),
        id=f"{number:032}",
        note="x" * 60,
    )
    for number in range(COUNT)
)


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> bytes:
    """Return the content of a sound diary."""
    path = tmp_path_factory.mktemp("sound") / "diary.sqlite3"
    Diary(path).save(*SESSIONS)
    return path.read_bytes()


@pytest.fixture
def path(tmp_path, sound) -> Path:
    path = tmp_path / "diary.sqlite3"
    path.write_bytes(sound)
    return path


def zeros(content: bytes, *pages: int) -> bytes:
    for page in pages:
        content = content[: page * PAGE] + bytes(PAGE) + content[(page + 1) * PAGE :]
    return content


def noise(content: bytes, *pages: int) -> bytes:
    for page in pages:
        content = content[: page * PAGE] + bytes(range(256)) * (PAGE // 256) + content[(page + 1) * PAGE :]
    return content


DAMAGE: dict[str, tuple[Callable[[bytes], bytes], int]] = {
    "empty": (lambda _: b"", 0),
    "text": (lambda _: b"not a database " * 99, 0),
    "first page lost": (lambda content: zeros(content, 0), 0),
    "a byte": (lambda _: b"S", 0),
    "only the header": (lambda content: content[:100], 0),
    "cut by a page": (lambda content: content[:-PAGE], COUNT // 2),
    "cut in the middle of a page": (lambda content: content[: -PAGE // 2], COUNT // 2),
    "cut in half": (lambda content: content[: len(content) // 2], COUNT // 5),
    "three pages of zeros": (lambda content: zeros(content, 9, 12, 15), COUNT // 2),
    "three pages of noise": (lambda content: noise(content, 9, 12, 15), COUNT // 2),
}
"""How a diary is damaged, and how many of its sessions must be saved at least."""


@pytest.mark.parametrize(("damage", "at_least"), DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_diary_is_set_aside_and_what_can_be_read_is_in_the_new_one(path, damage, at_least):
    damaged = damage(path.read_bytes())
    path.write_bytes(damaged)
    [message] = check_diary(path, NOW)
    [aside] = path.parent.glob("diary.damaged-20260305-120000-*.sqlite3")
    content = Diary(path).read()
    sessions, bad_rows = content.sessions, content.bad_rows
    assert aside.read_bytes() == damaged and str(aside) in message
    assert bad_rows == 0 and len(sessions) >= at_least and ("nothing" in message) == (not sessions)
    assert not sessions or f"with the {len(sessions)} sessions that could be read" in message
    whole = {each.id: each for each in SESSIONS}
    assert all(
        set(each.work) <= set(whole[each.id].work) and each.started == whole[each.id].started for each in sessions
    )
    assert check_diary(path, NOW) == ()
    Diary(path).save(session(utc(28), id="new"))
    assert Diary(path).read().sessions[0].id == "new"


SCHEMAS = {
    "another program's": "DROP TABLE session; DROP TABLE work; CREATE TABLE bookmarks (url); PRAGMA user_version = 0;",
    "a table missing": "DROP TABLE work;",
    "a version below zero": "PRAGMA user_version = -3;",
    "no tables": "DROP TABLE session; DROP TABLE work;",
}


@pytest.mark.parametrize("statements", SCHEMAS.values(), ids=SCHEMAS)
def test_a_file_with_other_tables_is_set_aside(path, statements):
    with closing(sqlite3.connect(path)) as base:
        base.executescript(statements)
    with pytest.raises(DiaryDamaged):
        Diary(path).read()
    assert "the file is not a diary" in check_diary(path, NOW)[0]
    kept = len(SESSIONS) if "DROP TABLE session" not in statements else 0
    assert len(Diary(path).read().sessions) == kept


def test_missing_columns_are_damage_which_everyone_notices(path):
    with closing(sqlite3.connect(path)) as base:
        base.executescript("DROP INDEX work_drill; DROP INDEX work_static; ALTER TABLE work DROP COLUMN done_seconds")
    for use in (Diary.read, lambda diary: diary.save(session(utc(28), work(60, utc(28)), id="new"))):
        with pytest.raises(DiaryDamaged, match=r"no column named done_seconds|no such column: work\.done_seconds"):
            use(Diary(path))
    assert "the table work lacks done_seconds" in check_diary(path, NOW)[0]
    assert len(Diary(path).read().sessions) == COUNT


def test_what_was_not_merged_into_the_damaged_file_yet_goes_with_it(path):
    with closing(sqlite3.connect(path)) as live:
        live.execute("UPDATE session SET note = 'late'")
        live.commit()
        content = {suffix: path.with_name(path.name + suffix).read_bytes() for suffix in ("", "-wal")}
    path.write_bytes(b"oops" + content[""][4:])
    path.with_name(f"{path.name}-wal").write_bytes(content["-wal"])
    check_diary(path, NOW)
    [aside] = path.parent.glob("diary.damaged-*.sqlite3-wal")
    assert aside.read_bytes() == content["-wal"]


def test_nothing_is_overwritten_when_two_diaries_are_damaged_in_the_same_second(path):
    for number in range(3):
        path.write_bytes(b"damaged %d" % number)
        check_diary(path, NOW)
    assert len(list(path.parent.glob("diary.damaged-*.sqlite3"))) == 3


def test_a_sound_diary_is_left_alone_and_so_is_one_that_is_missing_or_newer(path, tmp_path):
    before = path.read_bytes()
    assert check_diary(path, NOW) == () and path.read_bytes() == before
    assert check_diary(tmp_path / "none.sqlite3", NOW) == ()
    with closing(sqlite3.connect(path)) as base:
        base.execute("PRAGMA user_version = 99")
    assert check_diary(path, NOW) == ()
    assert list(path.parent.glob("diary.damaged-*")) == []


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("session", "started = 'yesterday'"),
        ("session", "started = 99999999999999999999"),
        ("session", "started = NULL"),
        ("session", "started_offset = 5000"),
        ("session", "started_offset = NULL"),
        ("session", "started_day = '2026-02-30'"),
        ("session", "started_day = NULL"),
        ("session", "ended = -9223372036854775808, ended_offset = 0, ended_day = '2026-03-01'"),
        ("session", "title = NULL"),
        ("session", "title = x'00ff'"),
        ("session", "planned_seconds = 'long'"),
        ("session", "planned_seconds = -1"),
        ("session", "planned_seconds = 9e999"),
        ("session", "ending = 'exploded'"),
        ("session", "effort = 11"),
        ("session", "lean = 'much'"),
        ("session", "revision = 9223372036854775807"),
        ("session", "id = NULL"),
        ("session", "id = x'07'"),
        ("work", "place = 9223372036854775807"),
        ("work", "place = 'first'"),
        ("work", "number = -1"),
        ("work", "done_seconds = 'much'"),
        ("work", "side = 'middle'"),
        ("work", "title = NULL"),
        ("work", "at = 'noon'"),
        ("work", "hurt_at = 0.5"),
    ],
)
def test_a_bad_row_is_skipped_and_counted_and_changes_nothing_else(path, table, change):
    with closing(sqlite3.connect(path)) as base, base:
        base.execute(f"UPDATE {table} SET {change} WHERE rowid = 3")  # noqa: S608 - the test's own
    content = Diary(path).read()
    assert content.bad_rows == 1 and content.warnings == ("skipped 1 row of the diary that can't be read",)
    assert len(content.sessions) == COUNT - (table == "session")
    assert sum(len(each.work) for each in content.sessions) == 2 * COUNT - (2 if table == "session" else 1)
    assert check_diary(path, NOW) == ()


def test_text_that_is_not_utf_8_is_read_with_marks(path):
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("UPDATE session SET title = CAST(x'61ff62' AS TEXT) WHERE rowid = 3")
    content = Diary(path).read()
    assert content.bad_rows == 0 and sorted({each.title for each in content.sessions}) == ["Daily", "a\ufffdb"]


def test_a_damaged_diary_in_a_folder_that_cannot_be_written_is_a_clear_message(path, monkeypatch):
    path.write_bytes(b"not a database" * 9)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("leanbreath.diary.recovery.link", refuse)
    with pytest.raises(DiaryError, match=r"is damaged \(file is not a database\), and can't be set aside: Permission"):
        check_diary(path, NOW)
    assert path.read_bytes() == b"not a database" * 9
    assert [each.name for each in path.parent.iterdir() if each.name.startswith(".")] == []
