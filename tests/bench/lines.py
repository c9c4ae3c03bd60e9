"""The line mode without sound: when its lines come to a terminal, against the score."""

import sys
import tempfile
from time import sleep

import numpy as np
from numpy.typing import NDArray

from leanbreath.presentation.cue_lines import cue_line
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE
from leanbreath.session.moves import COUNT_IN_SECONDS
from leanbreath.userdata.library import load_library
from tests.bench.table import Row
from tests.home import environment
from tests.terminal import Terminal

ROUTINE = "daily-12"


COMMAND = [sys.executable, "-m", "leanbreath", "run", ROUTINE, "--plain", "--at-once", "--output", "silent"]


def arrivals(terminal: Terminal) -> list[tuple[float, str]]:
    """Return when each line came to a pseudo-terminal."""
    return [(second, line) for second, block in terminal.chunks for line in block.decode().splitlines() if line]


def meant_lines() -> list[tuple[float, str]]:
    """Return when each line is due, in seconds from the start of the score."""
    score = compose(load_library().routine(ROUTINE).value)
    return [(cue.at / RATE, line) for cue in score.cues if (line := cue_line(score, cue))]


def origin(came: list[tuple[float, str]]) -> float:
    """Return the second at which the score began, by the first of its lines that came."""
    due, first = meant_lines()[0]
    return next(second for second, line in came if line == first) - due


def lateness(came: list[tuple[float, str]], seconds: float) -> NDArray[np.float64]:
    """Return how many milliseconds each line of the first seconds came after it was due, less the median."""
    meant = meant_lines()
    first = next(index for index, (_, line) in enumerate(came) if line == meant[0][1])
    came = came[first : first + sum(second < seconds for second, _ in meant)]
    assert [line for _, line in came] == [line for _, line in meant[: len(came)]], "these are not the score's lines"
    away = np.array([second - when for (second, _), (when, _) in zip(came, meant, strict=False)]) * 1000
    return away - np.median(away)


def rows(seconds: float) -> list[Row]:
    """Compare each line with the frame of its cue; the first cue of the score is the common origin."""
    with tempfile.TemporaryDirectory() as folder:
        terminal = Terminal(COMMAND, environment(folder))
        sleep(seconds + COUNT_IN_SECONDS + 2)
        terminal.kill()
    away = lateness(arrivals(terminal), seconds)
    drift = np.median(away[-len(away) // 4 :]) - np.median(away[: len(away) // 4])
    text_ = f"worst {np.abs(away).max():.1f} ms of {len(away)} lines, drift {drift:+.2f} ms in {seconds:.0f} s"
    return [Row("line mode without sound", text_, "worst ≤ 10 ms, no drift", bool(np.abs(away).max() <= 10))]
