"""Twenty thousand files mutated at random, examined and laid out: faults, and the slowest."""

from time import perf_counter

from tests.bench.table import Row
from tests.routine.reader.check_and_format import check_and_format
from tests.routine.reader.mutations import mutated

FILES = 20_000


def rows(files: int = FILES) -> list[Row]:
    """Return the row of all mutated files."""
    slowest, faults, told = 0.0, 0, 0
    for seed in range(files):
        path, raw = mutated(seed)
        began = perf_counter()
        try:
            told += bool(check_and_format(raw, path))
        except Exception as fault:  # each is counted, and the first few are shown
            faults += 1
            if faults <= 5:
                print(f"seed {seed}: {type(fault).__name__}: {str(fault)[:200]}")
        slowest = max(slowest, perf_counter() - began)
    return [
        Row(
            f"fuzz: {files:,} mutated files, read, advised and laid out",
            f"{faults} faults, the slowest {slowest * 1000:.0f} ms, problems told of {told:,}",
            "no fault, no hang, each < 1 s",
            faults == 0 and slowest < 1,
        )
    ]


if __name__ == "__main__":
    from tests.bench.table import show

    show(rows())
