"""The routines that the user has pinned, in a small file of their own: one id a line.

Lines that mean nothing now, such as a comment or the id of a routine that is away, stay in the file.
"""

from pathlib import Path

from leanbreath.atomic_write import save
from leanbreath.bounded_read import read_bytes
from leanbreath.file_errors import file_error
from leanbreath.routine.problems import InvalidRequest
from leanbreath.userdata.paths import data_folder

LARGEST = 100_000
"""In bytes; a larger file isn't a list of pins."""


def pins_file() -> Path:
    """Return the file of the pinned routines."""
    return data_folder() / "pinned.txt"


def pinned_routines() -> tuple[str, ...]:
    """Return the ids of the pinned routines in the order they were pinned; none if the file can't be read."""
    try:
        return tuple(dict.fromkeys(line.strip() for line in _lines()))
    except InvalidRequest:
        return ()


def toggle_pin(routine: str) -> str:
    """Pin a routine, or unpin it; return the reason if that is impossible, else an empty text."""
    try:
        lines = _lines()
        others = [line for line in lines if line.strip() != routine]
        changed = others if len(others) < len(lines) else [*lines, routine]
        save(pins_file(), "".join(f"{line}\n" for line in changed).encode("utf-8", "surrogateescape"))
    except InvalidRequest as error:
        return str(error)
    return ""


def _lines() -> list[str]:
    """Return the lines of the file; raise `InvalidRequest` if it can't be read whole, since pins would be lost."""
    file = pins_file()
    if not file.exists():
        return []
    try:
        content = read_bytes(file, LARGEST)
    except OSError as error:
        raise InvalidRequest(file_error("cannot read", file, error)) from error
    if len(content) > LARGEST:
        raise InvalidRequest(f"{file} is too large to be a list of routines; move it away")
    return content.decode("utf-8", "surrogateescape").splitlines()
