"""How long it takes until something is there: first frames and the list, each paired with a bare program."""

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

from tests.bench.table import Row
from tests.home import environment
from tests.terminal import ROOT, Terminal

MINIMAL = """
from textual.app import App
from textual.widgets import Static
class Minimal(App):
    def compose(self):
        yield Static("ready")
Minimal().run()
"""
TRIES = 15


def first_frame(command: list[str], shown: bytes, folder: str) -> float:
    """Return the milliseconds from start until a text is at the terminal."""
    began = perf_counter()
    terminal = Terminal(command, environment(folder), 120, 40)
    while shown not in b"".join(block for _, block in terminal.chunks):
        if terminal.process.poll() is not None:
            raise RuntimeError(terminal.text())
        sleep(0.001)
    elapsed = perf_counter() - began
    terminal.kill()
    return elapsed * 1000


def runs(command: list[str], folder: str) -> float:
    """Return the milliseconds a command takes."""
    began = perf_counter()
    subprocess.run(command, env=environment(folder), check=True, stdout=subprocess.DEVNULL)
    return (perf_counter() - began) * 1000


def installed_from_wheel(folder: str) -> Path:
    """Return the command of a wheel that is built and installed into a folder, on the packages there already are."""
    target = Path(folder) / "installed"
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--target", str(target)]
    subprocess.run([sys.executable, "-m", "pip", "install", *options, str(ROOT)], check=True)
    command = target / "bin" / "leanbreath"
    command.write_text(f"import sys\nsys.path.insert(0, {str(target)!r})\nfrom leanbreath.cli import main\nmain()\n")
    subprocess.run([sys.executable, str(command), "list"], env=environment(folder), check=True, capture_output=True)
    return command


def rows() -> list[Row]:
    """Measure each against its bare pair, in turn, and compare the medians."""
    python = sys.executable
    with tempfile.TemporaryDirectory() as folder:
        program = [python, "-m", "leanbreath"]
        minimal = ([python, "-c", MINIMAL], b"ready")
        home = (program, b"leanbreath")
        session = ([*program, "run", "pre-run-6", "--output", "silent"], b"Six-minute lean primer")
        frames = [[first_frame(*what, folder) for what in (minimal, home, session)] for _ in range(TRIES)]
        bare, listing = [python, "-c", "import yaml, click"], [python, str(installed_from_wheel(folder)), "list"]
        lists = [[runs(command, folder) for command in (bare, listing)] for _ in range(TRIES)]
    times = [median(column) for column in zip(*frames, strict=True)]
    base, listed = (median(column) for column in zip(*lists, strict=True))
    return [
        _row("first frame of the home screen", times[1], times[0], 1.4),
        _row("first frame of the session screen", times[2], times[0], 1.4),
        _row("leanbreath list, installed from the wheel", listed, base, 2.0),
    ]


def _row(what: str, measured: float, base: float, reach: float) -> Row:
    text = f"{measured:.0f} ms, {measured / base:.2f} times {base:.0f} ms"
    return Row(what, text, f"≤ {reach} times", measured / base <= reach)
