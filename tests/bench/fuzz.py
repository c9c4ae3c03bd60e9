"""Twenty thousand mutated files through check, fmt, compose, figure and schema: faults, hangs, and the slowest.

`python -m tests.bench.fuzz [FILES] [FIRST]` tries fewer of them, or others.
"""

import sys
from collections import Counter
from pathlib import Path
from random import Random
from time import perf_counter

from tests.bench.table import Row
from tests.routine.reader.everything import TooSlow, limited, perform
from tests.routine.reader.mutations import mutated
from tests.routine.reader.restructured import restructured

FILES = 20_000


def rows(files: int = FILES, first: int = 0) -> list[Row]:
    """Return the row of all mutated files: half of them by structure, half by bytes."""
    slowest, slowest_seed, count = 0.0, 0, Counter[str]()
    for seed in range(first, first + files):
        path, raw = mutant(seed)
        began = perf_counter()
        outcome = _outcome(seed, path, raw)
        seconds = perf_counter() - began
        count[outcome] += 1
        if seconds > slowest:
            slowest, slowest_seed = seconds, seed
    faults, hangs = count["fault"], count["hang"]
    return [
        Row(
            f"fuzz: {files:,} mutated files through check, fmt, compose, figure and schema",
            f"{faults} faults, {hangs} hangs, the slowest {slowest * 1000:.0f} ms (seed {slowest_seed}); "
            f"{count['performed']:,} performed, {count['refused']:,} refused with a reason",
            "no fault, no hang, fmt keeps the meaning, each < 1 s",
            not faults and not hangs and slowest < 1,
        )
    ]


def mutant(seed: int) -> tuple[Path, bytes]:
    """Return the path and the text of a mutated file, the same for the same seed."""
    return mutated(seed) if seed % 2 else restructured(Random(seed))  # noqa: S311 - not for secrets


def _outcome(seed: int, path: Path, raw: bytes) -> str:
    try:
        with limited():
            return "performed" if perform(raw, path) else "refused"
    except TooSlow:
        print(f"seed {seed}: hangs")
        return "hang"
    except Exception as fault:  # each is counted and shown
        print(f"seed {seed} ({path.name}): {type(fault).__name__}: {str(fault)[:300]}")
        return "fault"


if __name__ == "__main__":
    from tests.bench.table import show

    show(rows(*map(int, sys.argv[1:])))
