"""What is heard, and whether the picture goes with it: `daily-12` at a sound server, on a busy machine."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import sleep

import numpy as np
from numpy.typing import NDArray

from leanbreath.diary.events import SessionRow
from leanbreath.diary.store import Diary
from leanbreath.playback.audio_setup import prepare_audio
from leanbreath.routine.model import Routine
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE, Score
from leanbreath.session.moves import COUNT_IN_SECONDS
from leanbreath.session.splice import Splice
from leanbreath.session.timeline import Timeline
from leanbreath.sound.mixer import mix
from leanbreath.sound.pcm import to_pcm16
from leanbreath.userdata.library import load_library
from leanbreath.userdata.settings import SoundSettings
from tests.bench.table import Row
from tests.soundserver import ServerName, SoundServer, sound_server
from tests.terminal import Terminal

FRAME_MILLISECONDS = 34
ASOUNDRC = "pcm.!default { type pulse }\nctl.!default { type pulse }\n"
"""Leads programs that know ALSA alone to the server."""

WORDS = {b"BREATHE IN": "inhale", b"BREATHE OUT": "exhale", b"HOLD": "hold", b"PAUSE": "rest"}


@dataclass(frozen=True)
class Performed:
    """A session that was recorded: samples and their arrivals, looks at the session, what was drawn and when.

    `server` is the sound server, `second` what another recorder heard, which is less exact about when and loses less.
    `meant` is what the mixer gives for it from its count-in on, `log` what was written into the log, `kept` the diary.
    """

    server: ServerName
    samples: NDArray[np.int16]
    second: NDArray[np.int16]
    meant: NDArray[np.int16]
    log: str
    arrivals: list[tuple[float, int]]
    looks: list[tuple[float, int, str, int]]
    chunks: list[tuple[float, bytes]]
    processor: float
    seconds: float
    kept: tuple[SessionRow, ...]


@contextmanager
def busy() -> Iterator[None]:
    """Keep one core busy."""
    process = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        yield
    finally:
        process.kill()
        process.wait()


def perform(
    seconds: float,
    *options: str,
    name: ServerName = "pulseaudio",
    columns: int = 120,
    rows: int = 40,
    during: Callable[[Path], None] = lambda _: None,
) -> Performed:
    """Perform `daily-12` for so long on the real screen, beside a busy process, and record everything.

    `during` is called with the folder of the user's data once the session plays.
    """
    with sound_server(name) as server, busy(), tempfile.TemporaryDirectory() as folder:
        (server.folder / ".asoundrc").write_text(ASOUNDRC)
        log = Path(folder) / "looks.json"
        meant = expected(server, int(seconds * RATE) + 10 * RATE)  # first, so that the voice is ready when it begins
        recording, second = server.record(milliseconds=10), server.record()
        command = [sys.executable, "-m", "tests.bench.probe", str(log), "run", "daily-12", "--at-once", *options]
        terminal = Terminal(command, server.environment, columns, rows)
        terminal.wait_for(lambda: b"BREATHE IN" in b"".join(block for _, block in terminal.chunks), 60)
        before, drawn = used(terminal.process.pid), len(terminal.chunks)
        during(server.folder)
        sleep(seconds)
        processor = (used(terminal.process.pid) - before) / seconds
        chunks = terminal.chunks[drawn:]
        terminal.send("q")
        sleep(0.5)
        terminal.send("y")
        sleep(0.5)
        terminal.send(" ")
        terminal.end()
        looks = [tuple(look) for look in json.loads(log.read_text())]
        samples = recording.stop()
        kept = Diary(server.folder / "leanbreath" / "diary.sqlite3").read().sessions
        heard = samples, second.stop(), meant, server.log(), recording.arrivals
        return Performed(name, *heard, looks, chunks, processor, seconds, kept)


def used(process: int) -> float:
    """Return the processor seconds a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100


def expected(server: SoundServer, count: int) -> NDArray[np.int16]:
    """Return what the mixer gives for `daily-12` from its count-in on, said as it was there: signed 16-bit numbers."""
    os.environ["XDG_CACHE_HOME"] = str(server.folder)
    made = prepare_audio(compose(value("daily-12")), SoundSettings())
    before = Timeline((Splice(0, "preparing", made.score, 0),))
    timeline = before.count_in(0, made.score, 0, COUNT_IN_SECONDS, is_entry=True)
    return to_pcm16(mix(timeline.regions(0, count, made.bank.tail), made.bank, 0, count))


def value(name: str) -> Routine:
    """Return a bundled routine."""
    routine = load_library().routine(name).value
    assert routine is not None
    return routine


def first_sound(samples: NDArray[np.int16]) -> int:
    """Return the first frame that is more than the near-silence before it."""
    return int(np.argmax(np.abs(samples.astype(np.int32)).max(axis=1) > 1))


def onsets(done: Performed) -> Row:
    """Compare the recording with the mixer's own output, sample for sample from the first sound on.

    What both recorders miss was not played; what one of them misses, it lost.
    """
    count = int(done.seconds * RATE)
    wrong = min(_differing(samples, done.meant, count) for samples in (done.samples, done.second))
    cues = [cue for cue in compose(value("daily-12")).cues if cue.at < count - COUNT_IN_SECONDS * RATE]
    tones, lines = sum(cue.sound is not None for cue in cues), sum(cue.say is not None for cue in cues)
    dry = done.log.count("underruns")
    text = f"{wrong} of {count:,} frames differ; {tones} tones, {lines} lines; {dry} underruns"
    title = f"{done.server}, {done.seconds / 60:.0f} min with voice"
    return Row(title, text, "0 frames of error, 0 underruns", wrong == dry == 0)


def _differing(samples: NDArray[np.int16], meant: NDArray[np.int16], count: int) -> int:
    """Return how many frames of a recording differ from what was meant, or are missing at its end."""
    played = samples[first_sound(samples) :][:count]
    expected = meant[first_sound(meant) :][: len(played)]
    return int(np.count_nonzero(np.any(played != expected, axis=1))) + count - len(played)


def monitor_line(done: Performed) -> float:
    """Return the second at which device frame 0 was at the monitor, by the earliest arrivals of recorded frames."""
    origin = min(second - frame / RATE for second, frame in done.arrivals[len(done.arrivals) // 4 :])
    begins = next(device for _, device, state, _ in done.looks if state == "counting")
    exact = next(frame - device for _, device, state, frame in done.looks if state == "playing")
    count_in = -exact - COUNT_IN_SECONDS * RATE
    assert abs(begins - count_in) < RATE / 4
    return origin + (first_sound(done.samples) - first_sound(done.meant) - count_in) / RATE


def offsets(done: Performed) -> Row:
    """Compare the frame the session takes for heard with the frame at the monitor."""
    line = monitor_line(done)
    looks = [look for look in done.looks if look[2] == "playing"][30:]
    away = np.array([device / RATE - (second - line) for second, device, _, _ in looks]) * 1000
    low, middle, high = np.percentile(away, (0.5, 50, 99.5))
    text = f"median {middle:+.1f} ms, 99 % within {low:+.1f} to {high:+.1f} ms"
    return Row(
        f"{done.server}, heard frame against monitor",
        text,
        "≤ 40 ms, steady within 10 ms",
        abs(middle) <= 40 and high - low <= 10,
    )


def phases(done: Performed) -> Row:
    """Compare the second each breath phase came to the terminal with the second its sound was at the monitor."""
    score = compose(value("daily-12"))
    line = monitor_line(done)
    shift = next(device - frame for _, device, state, frame in done.looks if state == "playing")
    drawn = [(second, word) for second, block in done.chunks for text, word in WORDS.items() if _shows(block, text)]
    late = [_late(score, second - line - shift / RATE, word) * 1000 for second, word in drawn]
    within = np.mean(np.abs(late) <= FRAME_MILLISECONDS)
    worst = max(late, key=abs)
    spread = f"median {np.median(late):+.1f} ms, worst {worst:+.1f} ms"
    text = f"{within:.1%} of {len(late)} within {FRAME_MILLISECONDS} ms; {spread}"
    return Row(f"{done.server}, phase shown against sound", text, "99 % within one drawn frame", bool(within >= 0.99))


def _shows(block: bytes, text: bytes) -> bool:
    """Return whether a phase is drawn; to hold still is none."""
    return text in block.replace(b"HOLD STILL", b"")


def _late(score: Score, second: float, phase: str) -> float:
    """Return how long after the nearest beginning of a phase a second lies."""
    starts = [segment.start / RATE for segment in score.segments if segment.phase == phase]
    return min((second - start for start in starts), key=abs)


def screen(done: Performed) -> tuple[Row, Row]:
    """Tell what the screen costs."""
    written = sum(len(block) for _, block in done.chunks) / done.seconds / 1000
    return (
        Row("session screen 120x40, processor", f"{done.processor:.1%} of a core", "≤ 12 %", done.processor <= 0.12),
        Row("session screen 120x40, terminal", f"{written:.0f} KB/s", "≤ 150 KB/s", written <= 150),
    )


def rows(seconds: float) -> list[Row]:
    """Measure everything that needs a sound server, on PipeWire for two minutes at most."""
    done, piped = perform(seconds), perform(min(seconds, 120), name="pipewire")
    both = (row(each) for each in (done, piped) for row in (onsets, offsets, phases))
    return [*both, *screen(done)]
