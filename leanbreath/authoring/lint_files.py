"""Examines files, many of them on every processor at once."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

from leanbreath.authoring.linter import Linter
from leanbreath.routine.problems import Problem
from leanbreath.routine.reader import PHRASES, file_content, file_kind

MANY = 100
"""From so many files on, a second process is worth its start."""

CHUNK = 25


def examined(linter: Linter, files: list[Path]) -> Iterator[Problem]:
    """Yield the problems of files."""
    if len(files) >= MANY and (os.cpu_count() or 1) > 1:
        try:
            yield from _shared(linter, files)
            return
        except (OSError, NotImplementedError, ImportError):  # platforms without shared semaphores
            pass
    for file in files:
        yield from problems(linter, file)


def problems(linter: Linter, file: Path) -> tuple[Problem, ...]:
    """Return the problems of a file of any kind, in order of their places."""
    raw = file_content(file)
    if isinstance(raw, Problem):
        return (raw,)
    if file_kind(raw, str(file)) == PHRASES:
        from leanbreath.userdata.language import read_phrases  # here, since few files are phrases

        return read_phrases(file).problems
    return linter.text(raw, file)


def _shared(linter: Linter, files: list[Path]) -> list[Problem]:
    from concurrent.futures import ProcessPoolExecutor

    chunks = [files[first : first + CHUNK] for first in range(0, len(files), CHUNK)]
    with ProcessPoolExecutor(initializer=_begin, initargs=(linter,)) as pool:
        return [problem for found in pool.map(_chunk, chunks) for problem in found]


def _begin(linter: Linter) -> None:
    """Keep the linter for all chunks, so that the library is read once, and leave the interrupt key to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _LINTERS.append(linter)


def _chunk(files: list[Path]) -> list[Problem]:
    return [problem for file in files for problem in problems(_LINTERS[-1], file)]


_LINTERS: list[Linter] = []
