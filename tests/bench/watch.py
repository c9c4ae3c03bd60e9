"""How soon `watch` shows a save, at a real terminal."""

import tempfile
from pathlib import Path
from time import monotonic, sleep

from leanbreath.routine.library import bundled_folder
from tests.bench.table import Row
from tests.home import at_terminal
from tests.terminal import Terminal

SAVES = 40


def rows() -> list[Row]:
    """Return the row of the slowest of many saves, each of which changes the length of the routine."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "daily-copy.yaml"
        text = (bundled_folder("drills") / "routines" / "daily-12.yaml").read_text("utf-8")
        path.write_text(text.replace("routine: daily-12", "routine: daily-copy"), "utf-8")
        terminal = at_terminal(Path(folder), "watch", str(path), columns=120, rows=40)
        try:
            terminal.wait_for("Timeline")
            taken = sorted(_save(terminal, path, number) for number in range(SAVES))
        finally:
            terminal.kill()
    middle, slowest = taken[len(taken) // 2], taken[-1]
    return [
        Row(
            f"`watch`: from a save to its first letter at the terminal, {SAVES} saves of a 12-minute routine",
            f"{middle * 1000:.0f} ms, at most {slowest * 1000:.0f} ms",
            "≤ 300 ms",
            slowest <= 0.3,
        )
    ]


def _save(terminal: Terminal, path: Path, number: int) -> float:
    """Save a mistake of its own, and return the seconds until its name is shown."""
    sleep(0.37)  # out of step with the program
    name = f"marhc{number}"
    text = path.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in text if "marhc" not in line]
    path.write_text("".join([*kept, f"  - {{drill: {name}}}\n"]), "utf-8")
    saved = monotonic()
    while not any(name.encode() in chunk for _, chunk in terminal.chunks[-50:]):
        if monotonic() - saved > 5:
            raise RuntimeError("\n".join(terminal.screen()))
        sleep(0.0005)
    return next(at for at, chunk in terminal.chunks if name.encode() in chunk) - saved


if __name__ == "__main__":
    from tests.bench.table import show

    show(rows())
