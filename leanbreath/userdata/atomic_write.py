"""Writes a file whole or not at all."""

import os
import tempfile
from pathlib import Path

from leanbreath.routine.problems import InvalidRequest


def save(path: Path, content: str | bytes) -> None:
    """Write a file by way of another beside it; through a link, to what it leads to; rights stay as they are."""
    try:
        _saved(path.resolve(), content.encode() if isinstance(content, str) else content)
    except OSError as error:
        raise InvalidRequest(f"{path} cannot be written: {error.strerror}") from error


def _saved(path: Path, raw: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
