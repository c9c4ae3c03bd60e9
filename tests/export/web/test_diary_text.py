"""The text that the page of a routine offers for the diary, as `leanbreath diary import -` reads it."""

import json
import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from leanbreath.cli import program
from leanbreath.diary.store import Diary

HERE = Path(__file__).parent
RATE = 48_000

pytestmark = [
    pytest.mark.node,
    pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed"),
]


def hold(start: int, end: int, **fields: object) -> dict[str, object]:
    """Return a passage of work between two seconds of the sound."""
    return {"at": start * RATE, "end": end * RATE, "time": start * RATE, "kind": "work", "set_up": [], **fields}


def work(passage: int, title: str, side: str, **fields: object) -> dict[str, object]:
    """Return a row of work as the page has it."""
    row = {"place": passage, "step": str(passage), "drill": f"drill-{passage}", "title": title, "side": side}
    return {**row, "passage": passage, "number": 1, "planned_seconds": 20.0, "stretch": "static", **fields}


PASSAGES = [hold(0, 20, step="1"), hold(20, 40, step="2"), hold(40, 70, step="3")]
PAGE = {
    "rate": RATE,
    "total": 60 * RATE,
    "audio_total": 70 * RATE,
    "lines": [],
    "passages": PASSAGES,
    "segments": [
        {**each, "kind": "hold", "passage": index, "digits": "passage", "stop": "open" if index == 2 else None}
        for index, each in enumerate(PASSAGES)
    ],
    "diary": {
        "session": {"routine": "my-own", "title": "=Sökö, 日本", "planned_seconds": 60.0, "kind": "pre-run"},
        "day_starts": "04:00",
        "work": [
            work(0, "Calf, straight", "left", muscles=["gastrocnemius"]),
            work(1, 'A "quoted" one', "right", muscles=["hip-flexor", "lower-abdomen"]),
            work(2, "-dash", "left"),
        ],
    },
}
"""Two holds, and open work that is planned to last for 20 seconds and may last for 30."""


def played(zone: str) -> str:
    """Return the text after a session that was lengthened, skipped in and played to its end, in a time zone."""
    command = ["node", str(HERE / "session_on_page.mjs")]
    environment = {**os.environ, "TZ": zone}
    ran = subprocess.run(command, input=json.dumps(PAGE), capture_output=True, text=True, env=environment)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def imported(text: str) -> str:
    """Return what the command prints."""
    result = CliRunner().invoke(program, ["diary", "import", "-"], input=text, standalone_mode=False)
    assert result.exception is None, result.exception
    return result.stdout


def test_the_diary_takes_over_what_was_really_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    text = played("America/New_York")
    assert imported(text) == "Added: 1 session.\n"
    assert imported(text) == "Skipped, since they are here already or were deleted: 1 session.\n"
    (session,) = Diary(tmp_path / "leanbreath" / "diary.sqlite3").read().sessions
    assert (session.title, session.routine, session.ending, session.kind) == (
        "=Sökö, 日本",
        "my-own",
        "done",
        "pre-run",
    )
    assert session.started.at.isoformat() == "2026-03-01T02:30:00-05:00"
    assert session.started.day == date(2026, 2, 28)  # the day starts at four
    rows = [(row.title, row.side, row.extra_seconds, row.done_seconds, row.ended_by) for row in session.work]
    assert rows == [
        ("Calf, straight", "left", 10.0, 30.0, None),
        ('A "quoted" one', "right", 0.0, 1.0, None),
        ("-dash", "left", 0.0, 30.0, "most"),
    ]
    assert [row.muscles for row in session.work] == [("gastrocnemius",), ("hip-flexor", "lower-abdomen"), ()]
