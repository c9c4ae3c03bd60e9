"""Files of SQLite: a connection to one, and a second name for one."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

READ_SECONDS = 1.0
"""How long a reader waits for another program that has locked the diary."""


def connect(address: str, seconds: float = READ_SECONDS) -> sqlite3.Connection:
    """Return a connection whose text can always be read, and whose transactions are explicit."""
    base = sqlite3.connect(address, uri=True, timeout=seconds, isolation_level=None)
    base.row_factory = sqlite3.Row
    base.text_factory = partial(str, encoding="utf-8", errors="replace")
    return base


@contextmanager
def new_file(folder: Path) -> Iterator[Path]:
    """Yield an empty file in a folder, which is gone at the end unless it was given another name."""
    part = folder / f".leanbreath-{os.urandom(8).hex()}.sqlite3"
    try:
        part.touch(exist_ok=False)  # here the file system says why not; SQLite doesn't
        yield part
    finally:
        part.unlink(missing_ok=True)


def link(file: Path, name: Path) -> None:
    """Give a file a second name that is free; raise `FileExistsError` if it isn't. Where links don't exist, copy it."""
    try:
        os.link(file, name)
    except FileExistsError:
        raise
    except OSError:
        with file.open("rb") as source, name.open("xb") as target:
            shutil.copyfileobj(source, target)
