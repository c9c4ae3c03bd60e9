"""`leanbreath diary` as a runner uses it: on two computers, and on a diary that needs care."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from leanbreath.cli import program
from leanbreath.diary.store import Diary
from leanbreath.diary.transfer import FORMATS
from leanbreath.routine.problems import InvalidRequest, Problems
from tests.diary.making import session, utc, work
from tests.diary.test_events import EVENTS, MARCHED
from tests.home import leanbreath

Run = Callable[..., str]

FIRST = session(utc(6), work(60, utc(6)), id="0123456789abcdef", title="Primer")
SECOND = session(utc(7), work(60, utc(7)), id="0123456789abffff", title="Daily")


@pytest.fixture
def run(tmp_path, monkeypatch) -> Run:
    """Return a function that runs `leanbreath diary` on one of two computers, in its home folder."""

    def invoked(home: str, *arguments: str, stdin: str = "") -> str:
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / home))
        result = CliRunner().invoke(program, ["diary", *arguments], input=stdin, standalone_mode=False)
        if result.exception:
            raise result.exception
        return result.stdout

    return invoked


def diary(tmp_path: Path, home: str) -> Diary:
    return Diary(tmp_path / home / "leanbreath" / "diary.sqlite3")


@pytest.mark.parametrize("format", FORMATS)
def test_two_computers_that_exchange_exports_have_the_same_diary(tmp_path, run, format):
    diary(tmp_path, "one").merge([FIRST, *EVENTS])
    diary(tmp_path, "two").merge([SECOND, MARCHED])
    exports = {home: tmp_path / f"{home}.{format}" for home in ("one", "two")}
    for home, file in exports.items():
        assert run(home, "export", "-o", str(file)).startswith(f"Wrote {file}: ")
    run("one", "delete", FIRST.id, "--yes")
    run("two", "note", "march", "  Windy. ")
    for _ in range(2):
        for home, other in (("one", "two"), ("two", "one")):
            run(home, "import", "-", stdin=run(other, "export", "--format", format))
            assert run(home, "import", str(exports[other])).startswith("Skipped, since they are here already or were d")
    assert run("one", "export") == run("two", "export")
    content = diary(tmp_path, "one").read()
    assert [(each.id, each.note) for each in content.sessions] == [(SECOND.id, None), ("march", "Windy.")]
    assert len(content.assessments) == 3 and [each.id for each in content.deletions] == [FIRST.id]


def test_what_was_imported_is_counted_by_kind(tmp_path, run):
    diary(tmp_path, "one").merge([FIRST, *EVENTS])
    export = run("one", "export")
    assert run("two", "import", "-", stdin=export) == "Added: 1 session, 3 results, 2 plan events, 1 level.\n"
    run("one", "note", FIRST.id, "New.")
    assert run("two", "import", "-", stdin=run("one", "export")) == (
        "Updated: 1 session.\n"
        "Skipped, since they are here already or were deleted: 3 results, 2 plan events, 1 level.\n"
    )
    assert run("two", "import", "-", stdin='{"type": "diary", "version": 1}\n') == "There was nothing to import.\n"


def test_a_mistake_anywhere_imports_nothing(tmp_path, run):
    diary(tmp_path, "one").merge([FIRST])
    with pytest.raises(Problems, match=r'standard input:3:1: unknown type "mood"'):
        run("two", "import", "-", stdin=run("one", "export") + '{"type": "mood"}\n')
    assert not diary(tmp_path, "two").path.exists()


def test_entries_are_listed_with_as_much_of_their_id_as_tells_them_apart(tmp_path, run):
    diary(tmp_path, "one").merge([FIRST, SECOND, *EVENTS])
    lines = run("one", "list").splitlines()
    assert lines[0] == "0123456789abf  2026-03-07 07:00    1:00 of drills  Daily (cut off or still running)"
    assert [line[15:] for line in lines[2:]] == [
        "2026-03-05 07:00  wall-lean: level 2",
        "2026-03-04 07:00  plan eight-weeks: pause",
        "2026-03-03 07:00  plan eight-weeks: start",
        "2026-03-03 07:00  hands-low: yes",
        "2026-03-02 07:00  hip-extension-cm: -3.5",
        "2026-03-02 07:00  knee-to-wall-cm: 7 / 9.5",
    ]
    assert "Windy." in run("one", "note", lines[0].split()[0], "Windy.")
    assert "Windy." not in run("one", "note", lines[0].split()[0], "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("note", "nothing", "x"), 'nothing in the diary has the ID "nothing"; leanbreath diary list shows the IDs'),
        (("note", "", "x"), 'nothing in the diary has the ID ""'),
        (("note", "0123456789", "x"), '2 entries have an ID that begins with "0123456789"; write more of it'),
        (("note", "calves", "x"), "calves is not a session; only sessions have notes"),
        (("delete", "calves"), "this can't be undone; to delete it, use --yes"),
        (("import", "/nowhere/x.jsonl"), "cannot read /nowhere/x.jsonl: No such file or directory"),
        (("export", "-o", "/etc/hostname/x"), "cannot write /etc/hostname/x: "),
        (("export", "-o", "/"), "cannot write /: it is not a file"),
    ],
)
def test_a_request_that_cannot_be_met_says_why(tmp_path, run, arguments, said):
    diary(tmp_path, "one").merge([FIRST, SECOND, *EVENTS])
    with pytest.raises(InvalidRequest) as error:
        run("one", *arguments)
    assert said in str(error.value)
    assert len(diary(tmp_path, "one").read().events) == 2 + len(EVENTS)


def test_check_says_what_is_wrong_in_its_exit_code_and_repair_what_it_did(tmp_path):
    path = tmp_path / "leanbreath" / "diary.sqlite3"
    Diary(path).merge([FIRST, *EVENTS])
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("UPDATE level SET level = 'high'")
    checked = leanbreath(tmp_path, "diary", "check")
    assert (checked.returncode, checked.stderr) == (1, "")
    assert "1 row can't be read or belong to no session; to move them to a file" in checked.stdout
    repaired = leanbreath(tmp_path, "diary", "repair")
    assert (repaired.returncode, repaired.stderr) == (0, "") and "Moved 1 row that can't be read to " in repaired.stdout
    checked = leanbreath(tmp_path, "diary", "check")
    assert (checked.returncode, checked.stdout.splitlines()[-1]) == (0, "Nothing is wrong.")
