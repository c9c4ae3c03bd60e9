"""The diary: locked by another program, cut off by 200 kills, 50 of them in the middle of a write, and very long."""

import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from statistics import median
from time import monotonic, perf_counter, sleep

import numpy as np

from leanbreath.diary.events import SessionRow, WorkRow
from leanbreath.diary.moment import Moment, moment
from leanbreath.diary.store import Diary
from leanbreath.routine.vocabulary import Muscle
from leanbreath.score.score import RATE
from leanbreath.session.moves import COUNT_IN_SECONDS
from tests.bench import lines, sound
from tests.bench.table import Row
from tests.home import QUICK, environment
from tests.terminal import Terminal

LOCK_SECONDS = 14
KILLS, KILLS_WHILE_WRITING = 200, 50
LONG = 10_000
AT_ONCE = 6
"""So many sessions run beside each other, each with a diary of its own that it shares with those killed before."""

LOCK = """
import sqlite3, sys, time
base = sqlite3.connect(sys.argv[1], timeout=10)
base.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
time.sleep(float(sys.argv[2]))
"""

FIRST_LINE = "Stand. 10 minutes."
ROUTINE = "routine: own\ntitle: Own\nsteps:\n  - {title: Stand, hold: 10m}\n"


def diary(folder: Path) -> Diary:
    """Return the diary of a home folder."""
    return Diary(folder / "leanbreath" / "diary.sqlite3")


def lock(folder: Path) -> None:
    """Let another program lock the diary; return as soon as it has."""
    command = [sys.executable, "-c", LOCK, str(diary(folder).path), str(LOCK_SECONDS)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout is not None and process.stdout.readline() == b"locked\n"


def locked_lines() -> list[Row]:
    """Run plain lines without sound past a lock; compare lines with their cues, and the diary with what was done."""
    seconds = LOCK_SECONDS + 16.0
    with tempfile.TemporaryDirectory() as folder:
        terminal = Terminal([*lines.COMMAND, "--at-once"], environment(folder))
        sleep(COUNT_IN_SECONDS + 5)
        lock(Path(folder))
        sleep(seconds - 3)
        terminal.signal(signal.SIGINT)
        ended = monotonic()
        terminal.end()
        [session] = diary(Path(folder)).read().sessions
        left = [each.name for each in diary(Path(folder)).path.parent.glob("unsaved-*")]
    came = lines.arrivals(terminal)
    away = lines.lateness(came, seconds)
    worst = float(np.abs(away).max())
    done = ended - lines.origin(came)
    lost = done - (session.place_seconds or 0)
    name = f"diary locked for {LOCK_SECONDS} s"
    kept = f"{session.place_seconds:.2f} of {done:.2f} s, {session.ending}; {len(left)} files left next to it"
    return [
        Row(f"{name}: lines", f"at worst {worst:.1f} ms off of {len(away)} lines", "≤ 10 ms", worst <= 10),
        Row(
            f"{name}: the diary holds",
            kept,
            "nothing lost",
            abs(lost) < 0.1 and session.ending == "stopped" and not left,
        ),
    ]


def locked_sound() -> list[Row]:
    """Play a session on screen past a lock, recorded at a sound server; compare it with the mixer, frame by frame."""
    done = sound.perform(LOCK_SECONDS + 12.0, during=lock)
    recorded = sound.onsets(done)
    [session] = done.kept
    heard = max(frame for _, _, state, frame in done.looks if state == "playing") / RATE
    kept = f"{session.place_seconds:.1f} of {heard:.1f} s, {session.ending}"
    name = f"diary locked for {LOCK_SECONDS} s, on screen"
    return [
        Row(f"{name}: sound", recorded.measured, recorded.reach, recorded.reached),
        Row(f"{name}: the diary holds", kept, "nothing lost", abs(heard - (session.place_seconds or 0)) < 0.5),
    ]


@dataclass(frozen=True)
class Killed:
    """A session that was killed: seconds of work by then, and seconds lost; None if it is missing or unsound."""

    done: float
    lost: float | None


def kill(folder: Path, wait: float, writing: int = 0) -> Killed:
    """Kill a session some seconds after its start, or after it began to write for the n-th time; see what is left."""
    known = {each.id for each in diary(folder).read().sessions}
    mark = folder / "mark"
    mark.write_bytes(b"")
    arguments = ["run", str(folder / "own.yaml"), "--plain", "--output", "silent", "--at-once"]
    slow = [sys.executable, "-m", "tests.bench.slow_diary", str(mark)]
    terminal = Terminal([*(slow if writing else QUICK), *arguments], environment(folder))
    if writing:
        terminal.wait_for(lambda: mark.stat().st_size >= writing, 60)
    sleep(wait)
    terminal.signal(signal.SIGKILL)
    killed = monotonic()
    terminal.end()
    began = next((second for second, line in lines.arrivals(terminal) if line == FIRST_LINE), killed)
    return Killed(killed - began, _lost(folder, known, killed - began))


def _lost(folder: Path, known: set[str], done: float) -> float | None:
    """Return how many of the seconds done are not in the diary; None if it is unsound or lacks the session."""
    path = diary(folder).path
    if path.exists():
        with closing(sqlite3.connect(path, timeout=10)) as base:
            if base.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                return None
    content = diary(folder).read()
    sessions, bad_rows = content.sessions, content.bad_rows
    new = [each for each in sessions if each.id not in known]
    if bad_rows or not known <= {each.id for each in sessions} or len(new) > 1 or (done and not new):
        return None
    return done - _saved(new)


def _saved(sessions: Iterable[SessionRow]) -> float:
    return sum(each.done_seconds for each in sessions)


def kills(seed: int = 200, count: int = KILLS, while_writing: int = KILLS_WHILE_WRITING) -> list[Row]:
    """Kill sessions at random moments; report the most that was lost."""
    chance = random.Random(seed)  # noqa: S311 - moments that can be repeated
    anywhere = [partial(kill, wait=chance.uniform(0, 16)) for _ in range(count - while_writing)]
    writing = [partial(kill, wait=chance.uniform(0, 0.32), writing=chance.randint(1, 4)) for _ in range(while_writing)]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(AT_ONCE) as pool:
        homes = [Path(folder) / str(number) for number in range(AT_ONCE)]
        for home in homes:
            home.mkdir()
            (home / "own.yaml").write_text(ROUTINE)
        shares = [(home, anywhere[number::AT_ONCE], writing[number::AT_ONCE]) for number, home in enumerate(homes)]
        both = list(pool.map(lambda share: tuple([one(share[0]) for one in each] for each in share[1:]), shares))
    return [
        _row("killed at random moments", [one for share, _ in both for one in share]),
        _row("killed while the diary is written", [one for _, share in both for one in share]),
    ]


def _row(name: str, killed: list[Killed]) -> Row:
    unsound = sum(each.lost is None for each in killed)
    lost = [each.lost for each in killed if each.lost is not None]
    text = f"{unsound} unsound; at most {max(lost):.2f} s of up to {max(each.done for each in killed):.0f} s lost"
    return Row(
        f"{len(killed)} sessions {name}", text, "the diary opens clean, ≤ 5 s lost", not unsound and max(lost) <= 5
    )


def long_diary() -> list[Row]:
    """Time what the start of a session and of the coach read from a diary of 10,000 sessions, four a day."""
    with tempfile.TemporaryDirectory() as folder:
        long = Diary(Path(folder) / "diary.sqlite3")
        long.save(*_sessions(LONG))
        last = _sessions(LONG)[-1].started
        queries: dict[str, Callable[[], object]] = {
            "before a session": lambda: long.prior_sessions("daily-12", last.at - timedelta(days=7)),
            "sessions of a week, and all other events": lambda: long.read(last.day - timedelta(days=7)),
            "sessions of four weeks, and all other events": lambda: long.read(last.day - timedelta(days=28)),
        }
        return [_timed(f"{LONG:,} sessions: {name}", query) for name, query in queries.items()]


@cache
def _sessions(count: int) -> tuple[SessionRow, ...]:
    begin = datetime(2019, 1, 1, 7, tzinfo=UTC)
    moments = [moment(begin + timedelta(hours=6 * number)) for number in range(count)]
    return tuple(
        SessionRow(str(number), at, "daily-12", "Daily", 704.0, ended=at, ending="done", revision=1, work=_work(at))
        for number, at in enumerate(moments)
    )


def _work(at: Moment) -> tuple[WorkRow, ...]:
    muscles: tuple[Muscle, ...] = ("soleus", "gastrocnemius")
    return tuple(
        WorkRow(n, str(n), "march", "March", None, 1, 60.0, 0.0, 60.0, at, muscles=muscles, stretch="static")
        for n in range(16)
    )


def _timed(name: str, query: Callable[[], object]) -> Row:
    seconds = []
    for _ in range(9):
        begun = perf_counter()
        query()
        seconds.append(perf_counter() - begun)
    return Row(name, f"{1000 * median(seconds):.1f} ms", "≤ 20 ms", median(seconds) <= 0.02)


def rows() -> list[Row]:
    """Measure everything about the diary; the part with sound needs PulseAudio."""
    return [*locked_lines(), *locked_sound(), *kills(), *long_diary()]
