"""A diary of 10,000 sessions: when the home screen draws its first frame, and when it says what suits today."""

import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

from leanbreath.diary.events import PlanRow
from leanbreath.diary.moment import moment
from leanbreath.diary.store import Diary
from tests.bench.history import NOW, SESSIONS, sessions
from tests.bench.start import TRIES
from tests.bench.table import Row
from tests.home import environment
from tests.terminal import Terminal

FRAME, CARD = b"leanbreath", b"Enter:"
"""What the first frame has, and the card of today."""

REACH = 1.5


def seconds_until(folder: str, *shown: bytes) -> list[float]:
    """Return the seconds from start until each text is at the terminal."""
    began, found = perf_counter(), list[float]()
    terminal = Terminal([sys.executable, "-m", "leanbreath"], environment(folder), 120, 40)
    for text in shown:
        while text not in b"".join(block for _, block in terminal.chunks):
            if terminal.process.poll() is not None:
                raise RuntimeError(terminal.text())
            sleep(0.001)
        found.append(perf_counter() - began)
    terminal.kill()
    return found


def rows(tries: int = TRIES) -> list[Row]:
    """Measure an empty diary and a full one in turn, and compare the medians."""
    with tempfile.TemporaryDirectory() as empty, tempfile.TemporaryDirectory() as full:
        diary = Diary(Path(full) / "leanbreath" / "diary.sqlite3")
        diary.save(*sessions(SESSIONS))
        diary.add(PlanRow("start", moment(NOW.at.replace(year=NOW.at.year - 1)), "start", "eight-weeks"))
        times = [[seconds_until(folder, FRAME, CARD) for folder in (empty, full)] for _ in range(tries)]
    frames, cards = ([median(each[folder][which] for each in times) for folder in range(2)] for which in range(2))
    text = f"{1000 * frames[1]:.0f} ms, {frames[1] / frames[0]:.2f} times {1000 * frames[0]:.0f} ms with an empty diary"
    card = f"; today's session after {cards[1]:.1f} s, {cards[0]:.1f} s with an empty diary"
    what = f"{SESSIONS:,} sessions in the diary: first frame of the home screen"
    return [Row(what, text + card, f"≤ {REACH} times", frames[1] <= REACH * frames[0])]
