"""What the worst files cost: the seconds and the memory of the whole `check` command."""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench.table import Row
from tests.cli.test_hostile import BIG
from tests.home import PROGRAM, environment


def rows() -> list[Row]:
    """Return the row of the slowest and the largest of all hostile files."""
    costs = {name: _cost(make) for name, (make, _) in BIG.items()}
    slowest, largest = max(costs, key=lambda name: costs[name][0]), max(costs, key=lambda name: costs[name][1])
    return [
        Row(
            f"`check` of {len(costs)} hostile files, one at a time",
            f"at most {costs[slowest][0]:.2f} s ({slowest}) and {costs[largest][1]:.0f} MB ({largest})",
            "≤ 1 s, ≤ 200 MB",
            costs[slowest][0] <= 1 and costs[largest][1] <= 200,
        )
    ]


MEASURED = """
import resource, subprocess, sys, time
began = time.perf_counter()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000)
"""
"""Runs a command from a small process: a child is charged with the memory of the one that started it."""


def _cost(make: Callable[[], bytes]) -> tuple[float, float]:
    """Return the seconds and the megabytes of a check."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.yaml"
        path.write_bytes(make())
        command = [sys.executable, "-c", MEASURED, *PROGRAM, "check", str(path)]
        result = subprocess.run(command, env=environment(folder), capture_output=True, text=True, check=True)
        seconds, megabytes = map(float, result.stdout.split())
        return seconds, megabytes


if __name__ == "__main__":
    from tests.bench.table import show

    show(rows())
