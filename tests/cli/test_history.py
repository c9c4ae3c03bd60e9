"""`leanbreath history`: a page, data, tables, and exit codes."""

import json
from datetime import datetime, timedelta

from leanbreath.diary.moment import moment
from leanbreath.diary.store import Diary
from tests.diary.making import session, work
from tests.home import leanbreath


def test_history_prints_a_page_data_and_a_table(tmp_path):
    at = moment(datetime.now().astimezone() - timedelta(seconds=1))
    done = session(at, work(90, at), ended=at, ending="done")
    Diary(tmp_path / "leanbreath" / "diary.sqlite3").save(done)
    page = leanbreath(tmp_path, "history").stdout.splitlines()
    assert page[1].startswith("Mon ") and page[-1].endswith("1:30 of drills  Daily (to the end)")
    assert json.loads(leanbreath(tmp_path, "history", "--json").stdout)["days"][0]["seconds"] == 90
    assert leanbreath(tmp_path, "history", "--csv", "days").stdout == f"day,seconds\n{at.day},90.0\n"
    assert leanbreath(tmp_path, "history", "--csv").stdout.startswith("id,started,")


def test_a_diary_that_cannot_be_read_and_two_forms_at_once_are_errors(tmp_path):
    assert leanbreath(tmp_path, "history", "--json", "--csv").returncode == 2
    assert leanbreath(tmp_path, "history", "--csv", "nonsense").returncode == 2
    (tmp_path / "leanbreath" / "diary.sqlite3").mkdir(parents=True)
    result = leanbreath(tmp_path, "history")
    assert (result.returncode, result.stdout) == (1, "") and "the diary" in result.stderr
