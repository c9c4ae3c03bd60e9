"""How long `leanbreath today --short` takes for a prompt, with 1,000 sessions in the diary, next to a bare program."""

import subprocess
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from time import sleep

from leanbreath.diary.events import PlanRow, SessionRow
from leanbreath.diary.moment import moment
from leanbreath.diary.store import Diary
from tests.bench.start import installed_from_wheel, runs
from tests.bench.table import Row
from tests.diary.making import session, work
from tests.home import environment

SESSIONS, TRIES, REACH = 1_000, 15, 1.5
SETTLING = 2.5
"""In seconds: what was just written is not kept in the cache."""


def rows() -> list[Row]:
    """Measure an answer that is computed, then one from the cache in turn with the bare program."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(installed_from_wheel(folder)), "today", "--short"]
        _write_diary(Path(folder) / "leanbreath" / "diary.sqlite3")
        sleep(SETTLING)
        computed = runs(command, folder)
        bare = [sys.executable, "-c", "import yaml, click"]
        times = [[runs(each, folder) for each in (bare, command)] for _ in range(TRIES)]
        answer = subprocess.run(command, env=environment(folder), check=True, capture_output=True, text=True).stdout
    base, asked = (median(column) for column in zip(*times, strict=True))
    text = (
        f"{asked:.0f} ms, {asked / base:.2f} times {base:.0f} ms; after a change {computed:.0f} ms ({answer.strip()})"
    )
    return [Row(f"today --short with {SESSIONS:,} sessions", text, f"≤ {REACH} times", asked / base <= REACH)]


def _write_diary(path: Path) -> None:
    """Write a diary of two years in a plan."""
    now = datetime.now().astimezone()
    diary = Diary(path)
    diary.save(*(_session(number, now - timedelta(days=1 + 0.7 * number)) for number in range(SESSIONS)))
    diary.add(PlanRow("start", moment(now - timedelta(days=0.7 * SESSIONS)), "start", "eight-weeks"))


def _session(number: int, at: datetime) -> SessionRow:
    when = moment(at)
    done = (work(50, when, place=place, step=str(place + 1)) for place in range(20))
    return session(when, *done, id=str(number), ended=when, ending="done", kind="daily")
