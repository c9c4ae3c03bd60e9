"""Today's answer is kept in the cache until anything changes that it follows from."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from leanbreath.diary.moment import moment
from leanbreath.diary.store import Diary
from leanbreath.diary.unsaved import keep
from leanbreath.today_answer import today_answer
from leanbreath.userdata.paths import cache_folder, data_folder, diary_file, settings_file
from tests.diary.making import session, work

NAMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
NOON = datetime.now().astimezone().replace(hour=12) + timedelta(days=1)
"""Tomorrow, so that the test's own files are old by then."""


@pytest.fixture(autouse=True)
def index(tmp_path, monkeypatch) -> Path:
    """Write the index that only an installed wheel has."""
    for name in NAMES:
        monkeypatch.setenv(name, str(tmp_path / name))
    Diary(diary_file()).save(a_session("first"))
    path = tmp_path / "routines.json"
    path.write_text("[]")
    return path


def a_session(id: str):
    at = moment(NOON - timedelta(days=3))
    return session(at, work(60, at), id=id, ending="done")


def kept() -> Path:
    return cache_folder() / "today.json"


def mark() -> None:
    """Make an answer from the cache look different from one that is computed."""
    content = json.loads(kept().read_text())
    kept().write_text(json.dumps({**content, "line": "kept"}))


def test_the_second_answer_of_a_day_comes_from_the_cache(index):
    first = today_answer(NOON, index)
    assert today_answer(NOON, index) == first
    mark()
    assert today_answer(NOON + timedelta(hours=9), index).line == "kept"


def change_settings() -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("day-starts: 5:00\n")


def write_drill() -> None:
    own = data_folder() / "drills" / "library" / "own"
    own.mkdir(parents=True)
    (own / "own-drill.yaml").write_text("drill: own-drill\n")


CHANGES: dict[str, Callable[[], object]] = {
    "a session": lambda: Diary(diary_file()).save(a_session("second")),
    "a session that waits next to the diary": lambda: keep(diary_file(), a_session("second")),
    "a setting": change_settings,
    "a drill of one's own": write_drill,
    "no diary any more": lambda: diary_file().unlink(),
    "a broken cache": lambda: kept().write_text("{"),
    "a cache of something else": lambda: kept().write_text('{"follows_from": 3, "day_starts": 4}'),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_after_any_change_the_answer_is_computed_again(index, change):
    today_answer(NOON, index)
    mark()
    change()
    assert today_answer(NOON, index).line != "kept"


def test_an_update_of_the_program_and_another_training_day_make_another_answer(index):
    today_answer(NOON, index)
    mark()
    assert today_answer(NOON + timedelta(days=1), index).line != "kept"
    assert today_answer(NOON.replace(hour=3), index).line != "kept"
    index.write_text("[ ]")
    assert today_answer(NOON, index).line != "kept"


def test_what_changed_a_moment_ago_is_not_kept_yet_and_a_checkout_keeps_nothing(index, tmp_path):
    today_answer(datetime.now().astimezone(), index)
    today_answer(NOON, tmp_path / "missing.json")
    assert not kept().exists()


def test_reading_the_diary_does_not_look_like_a_change(index):
    today_answer(NOON, index)
    before = kept().stat().st_mtime_ns
    Diary(diary_file()).read()
    today_answer(NOON, index)
    assert kept().stat().st_mtime_ns == before
