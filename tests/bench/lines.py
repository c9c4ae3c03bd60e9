"""The line mode without sound: when its lines come to a terminal, against the score."""

import sys
import tempfile
from time import sleep

import numpy as np

from leanbreath.lines import cue_line
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE
from leanbreath.session.moves import COUNT_IN_SECONDS
from leanbreath.userdata.library import load_library
from tests.bench.table import Row
from tests.home import environment
from tests.terminal import Terminal

ROUTINE = "daily-12"


def arrivals(seconds: float) -> list[tuple[float, str]]:
    """Return when each line of the line mode came to a pseudo-terminal."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "leanbreath", "run", ROUTINE, "--plain", "--output", "silent"]
        terminal = Terminal(command, environment(folder))
        sleep(seconds + COUNT_IN_SECONDS + 2)
        terminal.kill()
        return [(second, line) for second, block in terminal.chunks for line in block.decode().splitlines() if line]


def rows(seconds: float) -> list[Row]:
    """Compare each line with the frame of its cue; the first cue of the score is the common origin."""
    score = compose(load_library().routine(ROUTINE).value)
    meant = [(cue.at / RATE, line) for cue in score.cues if (line := cue_line(score, cue))]
    came = arrivals(seconds)
    first = next(index for index, (_, line) in enumerate(came) if line == meant[0][1])
    came = came[first : first + sum(second < seconds for second, _ in meant)]
    assert [line for _, line in came] == [line for _, line in meant[: len(came)]], "these are not the score's lines"
    away = np.array([second - when for (second, _), (when, _) in zip(came, meant, strict=False)]) * 1000
    away -= np.median(away)
    drift = np.median(away[-len(away) // 4 :]) - np.median(away[: len(away) // 4])
    text_ = f"worst {np.abs(away).max():.1f} ms of {len(away)} lines, drift {drift:+.2f} ms in {seconds:.0f} s"
    return [Row("line mode without sound", text_, "worst ≤ 10 ms, no drift", bool(np.abs(away).max() <= 10))]
