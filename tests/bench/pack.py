"""How long a folder for the phone takes: when it is packed, when nothing has changed, and when one routine has."""

import subprocess
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.bench.table import Row
from tests.home import PROGRAM, environment
from tests.terminal import ROOT

ROUTINES = ("pre-run-6", "pre-run-8", "daily-12", "post-run-10", "lean-lab-8")
TRIES, REACH = 5, 1.0


def rows() -> list[Row]:
    """Measure a folder of five pinned routines with the voice that is installed."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        (home / "leanbreath").mkdir()
        (home / "leanbreath" / "pinned.txt").write_text("".join(f"{id}\n" for id in ROUTINES))
        first, _ = _packed(home)
        before = _identities(home / "phone")
        again, states = zip(*(_packed(home) for _ in range(TRIES)), strict=True)
        rewritten = sum(before[name] != now for name, now in _identities(home / "phone").items())
        size = sum(path.stat().st_size for path in (home / "phone").iterdir()) / 1e6
    changed = {line for text in states for line in text.splitlines() if not line.startswith("unchanged")}
    text = (
        f"{median(again):.2f} s, {rewritten} of {len(before)} files rewritten; first run {first:.0f} s, {size:.1f} MB"
    )
    reached = median(again) <= REACH and not rewritten and not changed
    return [Row(f"pack-up of {len(ROUTINES)} routines, second run", text, "≤ 1 s, 0 rewritten", reached)]


def _packed(home: Path) -> tuple[float, str]:
    """Pack the folder; return the seconds and what the program printed."""
    start = perf_counter()
    done = subprocess.run(
        [*PROGRAM, "pack-up", str(home / "phone")],
        env=environment(home),
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    return perf_counter() - start, done.stdout


def _identities(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Return what tells whether a file was written again, by the names of the files."""
    return {path.name: _identity(path) for path in folder.iterdir()}


def _identity(path: Path) -> tuple[int, int, int]:
    status = path.stat()
    return status.st_ino, status.st_mtime_ns, status.st_size
