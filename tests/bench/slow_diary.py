"""Runs the program with a diary that is slow to write, and says each time that it is writing: `MARK COMMAND...`."""

import sys
from collections.abc import Callable
from pathlib import Path
from time import sleep
from typing import Any

from leanbreath.cli import main
from leanbreath.diary import tables
from leanbreath.session import moves

SECONDS = 0.3
"""How long one session takes to be written, in the middle of a transaction."""


def slow(write: Callable[..., None], mark: Path) -> Callable[..., None]:
    """Return a slow way to write a row of work; the mark grows by a byte each time the first row is about to come."""

    def written(base: Any, table: str, values: dict[str, object]) -> None:
        if table == "work" and values["place"] == 0:
            with mark.open("ab") as file:
                file.write(b".")
            sleep(SECONDS)
        write(base, table, values)

    return written


if __name__ == "__main__":
    tables._replace = slow(tables._replace, Path(sys.argv.pop(1)))
    moves.COUNT_IN_SECONDS = 2
    main()
