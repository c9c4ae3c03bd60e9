"""How many planted mistakes are reported at their exact place, and with their fix."""

import tempfile
from pathlib import Path

from tests.bench.table import Row
from tests.routine.reader.planted import PLANTED, problems


def rows() -> list[Row]:
    """Return the row of all planted mistakes."""
    with tempfile.TemporaryDirectory() as folder:
        found = [(planted, problems(planted, Path(folder))) for planted in PLANTED]
    exact = sum(bool(each) and (each[0].place.line, each[0].place.column) == planted.place for planted, each in found)
    fixed = sum(any(planted.fix in f"{one.message}; {one.fix}" for one in each[:1]) for planted, each in found)
    return [
        Row(
            f"{len(found)} mistakes planted one at a time in the bundled files",
            f"line and column exact in {exact}, fix named in {fixed}",
            "all of 60, 55",
            exact == len(found) and fixed >= len(found) * 55 / 60,
        )
    ]


if __name__ == "__main__":
    from tests.bench.table import show

    show(rows())
