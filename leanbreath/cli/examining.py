"""Examines files, many of them on every processor at once."""

import os
import signal
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from leanbreath.advice.rules import Rules
from leanbreath.authoring.examine import Examiner
from leanbreath.routine.library import Library
from leanbreath.routine.problems import Problem

MANY = 100
"""From so many files on, a second process is worth its start."""

CHUNK = 25


def examined(examiner: Examiner, files: list[Path]) -> Iterator[Problem]:
    """Yield the problems of files."""
    if len(files) >= MANY and (os.cpu_count() or 1) > 1:
        try:
            yield from _shared(examiner, files)
            return
        except (OSError, NotImplementedError, ImportError):  # platforms without shared semaphores
            pass
    for file in files:
        yield from examiner.file(file)


def _shared(examiner: Examiner, files: list[Path]) -> list[Problem]:
    from concurrent.futures import ProcessPoolExecutor

    work = partial(_chunk, examiner.library.folders, examiner.rules)
    chunks = [files[first : first + CHUNK] for first in range(0, len(files), CHUNK)]
    with ProcessPoolExecutor(initializer=_quiet) as pool:
        return [problem for found in pool.map(work, chunks) for problem in found]


def _quiet() -> None:
    """Leave the interrupt key to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _chunk(folders: tuple[Path, ...], rules: Rules, files: list[Path]) -> list[Problem]:
    examiner = _EXAMINERS.get(folders) or Examiner(Library(folders), rules)
    _EXAMINERS[folders] = examiner
    return [problem for file in files for problem in examiner.file(file)]


_EXAMINERS: dict[tuple[Path, ...], Examiner] = {}
"""Each process reads the library once."""
