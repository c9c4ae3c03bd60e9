"""What the other output plays, and what becomes of a session whose device comes and goes."""

import json
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from time import monotonic, sleep

import numpy as np
from numpy.typing import NDArray

from leanbreath.diary.events import WorkRow
from leanbreath.diary.store import Diary
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE
from tests.bench.sound import ASOUNDRC, Performed, first_sound, perform, value
from tests.bench.table import Row
from tests.soundserver import ServerName, SoundServer, sound_server
from tests.terminal import Terminal

WINDOW, STEP = RATE // 10, RATE // 2
LOUD = 500
"""Windows that are softer than this look too much like others."""


def simpleaudio(seconds: float) -> Row:
    """Compare windows of what is meant with the recording: each lies in it, exact, at the offset of a chunk."""
    done = perform(seconds, "--output", "simpleaudio")
    starts, wrong, windows = chunks(done)
    gained = pace(done.arrivals) - 1
    away = [offset - gained * first for offset, first in starts.items()]
    spread = (max(away) - min(away)) / RATE * 1000
    text = (
        f"{wrong} of {windows} windows differ; starts of {len(starts)} chunks within {spread:.1f} ms, "
        f"by a recorder that gains {gained * 1e6:.0f} millionths"
    )
    what = f"simpleaudio, {seconds / 60:.0f} min with voice"
    return Row(what, text, "0 error within a chunk, starts within 10 ms", not wrong and spread <= 10)


def pace(arrivals: list[tuple[float, int]]) -> float:
    """Return how fast the recorder's clock runs beside the computer's, by its earliest arrivals in either half."""
    middle = len(arrivals) // 2
    halves = arrivals[10:middle], arrivals[middle:]
    (sooner, first), (later, last) = (min(half, key=lambda each: each[0] - each[1] / RATE) for half in halves)
    return (last - first) / RATE / (later - sooner)


def chunks(done: Performed) -> tuple[dict[int, int], int, int]:
    """Return at which offsets from its first sound what was meant is found, and from which frame on.

    Then how many windows of it are not found, and how many there are.
    """
    begin = first_sound(done.samples) - first_sound(done.meant)
    found: dict[int, int] = {}
    astray: list[int] = []
    windows = 0
    for first in range(0, min(len(done.meant), int(done.seconds * RATE)) - WINDOW, STEP):
        window = done.meant[first : first + WINDOW, 0]
        if np.abs(window).max() < LOUD:
            continue
        windows += 1
        shifts = dict.fromkeys((*reversed(found), begin))
        hit = next((shift for shift in shifts if _is(done.samples, first + shift, window)), None)
        if hit is None:
            hit = _nearest(done.samples, first + begin, window) - first
            if not _is(done.samples, first + hit, window):
                astray.append(first)
                continue
        found.setdefault(hit, first)
    wrong = [first for first in astray if not _joined(done, first, list(found))]
    print("windows that differ begin at", [round(first / RATE, 1) for first in wrong], file=sys.stderr)
    print("chunks start, in ms, at", [round((each - begin) / RATE * 1000, 1) for each in found], file=sys.stderr)
    return {hit - begin: first for hit, first in found.items()}, len(wrong), windows


def _is(samples: NDArray[np.int16], at: int, window: NDArray[np.int16]) -> bool:
    return at >= 0 and np.array_equal(samples[at : at + len(window), 0], window)


def _joined(done: Performed, first: int, shifts: list[int]) -> bool:
    """Return whether in a window one chunk ends and another begins.

    Between them lies silence, or, where the second comes a little early, both are heard for that moment.
    """
    window = done.meant[first : first + WINDOW, 0]
    there = [done.samples[first + shift : first + shift + WINDOW, 0] for shift in shifts]
    same = [each == window for each in there if len(each) == WINDOW]
    head = max(WINDOW if each.all() else int(np.argmin(each)) for each in same)
    tail = max(WINDOW if each.all() else int(np.argmin(each[::-1])) for each in same)
    overlap = max(shifts) - min(shifts)
    return not window[head : WINDOW - tail].any() or head + tail + overlap >= WINDOW


def _nearest(samples: NDArray[np.int16], around: int, window: NDArray[np.int16]) -> int:
    """Return where within a quarter of a second a window is most like the samples."""
    low = max(around - RATE // 4, 0)
    part = samples[low : around + RATE // 4 + len(window), 0].astype(float)
    size = len(part) + len(window)
    match = np.fft.irfft(np.fft.rfft(part, size) * np.conj(np.fft.rfft(window.astype(float), size)), size)
    return low + int(match[: max(len(part) - len(window), 1)].argmax())


TIMES = 5


def lost(output: str = "pulseaudio", at: ServerName = "pulseaudio") -> list[Row]:
    """Kill the server and start it again five times in one session."""
    with sound_server(at) as server, tempfile.TemporaryDirectory() as folder:
        (server.folder / ".asoundrc").write_text(ASOUNDRC)
        log = Path(folder) / "looks.json"
        command = [
            sys.executable,
            "-m",
            "tests.bench.probe",
            str(log),
            "run",
            "daily-12",
            "--at-once",
            "--output",
            output,
        ]
        terminal = Terminal(command, server.environment, 120, 40)
        terminal.wait_for("BREATHE", 60)
        back = [_killed(server, terminal) for _ in range(TIMES)]
        terminal.send("\x03")
        code = terminal.end()
        looks = [tuple(look) for look in json.loads(log.read_text())]
        kept = sum(row.done_seconds for row in _diary(server.folder))
        heard = _worked(max(frame for _, _, _, frame in looks))
        told = server.log().strip().rpartition(": ")[2]
    playing = [(second, device) for second, device, state, _ in looks if state == "playing"]
    jumps = [abs(b[1] - a[1] - (b[0] - a[0]) * RATE) / RATE for a, b in pairwise(playing)]
    name = f"{output}, {at} killed {TIMES} times"
    away = f"the diary holds {kept:.1f} s of {heard:.1f} s done; exit code {code}; {told}"
    return [
        Row(f"{name}: time", f"jumps by {max(jumps) * 1000:.1f} ms at most", "≤ 20 ms", max(jumps) <= 0.02),
        Row(f"{name}: sound", f"back after {', '.join(f'{each:.1f}' for each in back)} s", "≤ 3 s", max(back) <= 3),
        Row(f"{name}: session", away, "no crash, nothing lost", code == 130 and abs(heard - kept) < 1),
    ]


def _killed(server: SoundServer, terminal: Terminal) -> float:
    """Kill the server, start it again, and return how many seconds it takes until something can be heard."""
    server.stop()
    terminal.wait_for("The sound was lost", 20)
    sleep(2)
    server.start()
    started = monotonic()
    recording = server.record()
    terminal.wait_for("The sound is back.", 20)
    sleep(3)
    arrivals = recording.arrivals
    samples = np.abs(recording.stop().astype(np.int32)).max(axis=1)
    frame = int(np.argmax(samples > 0))
    arrived = next(second for second, total in arrivals if total > frame)
    return arrived - started


def _worked(frame: int) -> float:
    """Return how many seconds of work `daily-12` has up to a frame."""
    score = compose(value("daily-12"))
    spans = [score.passage_span(index) for index, each in enumerate(score.passages) if each.kind == "work"]
    return sum(max(min(frame, end) - start, 0) for start, end in spans) / RATE


def _diary(folder: Path) -> list[WorkRow]:
    diary = Diary(folder / "leanbreath" / "diary.sqlite3")
    return [work for session in diary.read().sessions for work in session.work]
