"""Lints files, many of them in several processes at once."""

import os
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from leanbreath.authoring.linter import Linter
from leanbreath.authoring.neighbours import register_files, sibling_files, yaml_files
from leanbreath.authoring.reference_check import lesson_problems
from leanbreath.authoring.substitution_check import substitution_problems
from leanbreath.routine.library import LESSON_SUFFIX, Library, bundled_folder
from leanbreath.routine.problems import Problem
from leanbreath.routine.reader import PHRASES, file_content, file_kind
from leanbreath.userdata.paths import phrases_folder, settings_file

PARALLEL_FILES = 100
"""The number of files from which a second process is worth its start."""

CHUNK = 25


class Report(NamedTuple):
    """How many files were linted, and their problems in order of their places."""

    files: int
    problems: tuple[Problem, ...]


def lint_paths(linter: Linter, paths: Sequence[Path]) -> Report:
    """Lint files and folders; each file may name any other file in its folder."""
    files = [file for path in paths for file in files_to_lint(path)]
    siblings = [sibling for path in paths if path.is_file() for sibling in sibling_files(path)]
    register_files(linter.library, [*files, *siblings])
    return Report(len(files), tuple(sorted(set(lint(linter, files)))))


def lint_everything(linter: Linter) -> Report:
    """Lint the library, the user's phrases and their choice of drills; notes on bundled files are left out."""
    files = [*linter.library.all_files(), *sorted(phrases_folder().glob("*.yaml"))]
    notable = filter(_is_notable, lint(linter, files))
    return Report(len(files), tuple(sorted({*_general_problems(linter.library), *notable})))


def files_to_lint(path: Path) -> list[Path]:
    """Return a file, or the YAML files and lessons below a folder; raise `InvalidRequest` if there is neither."""
    return [*yaml_files(path), *sorted(path.rglob(f"lessons/*{LESSON_SUFFIX}"))]


def lint(linter: Linter, files: Sequence[Path]) -> Iterator[Problem]:
    """Yield the problems of files."""
    if len(files) >= PARALLEL_FILES and (os.cpu_count() or 1) > 1:
        try:
            yield from _lint_in_processes(linter, files)
            return
        except (OSError, NotImplementedError, ImportError):  # platforms without shared semaphores
            pass
    for file in files:
        yield from lint_file(linter, file)


def lint_file(linter: Linter, file: Path) -> tuple[Problem, ...]:
    """Return the problems of a file of any kind, in order of their places."""
    raw = file_content(file)
    if isinstance(raw, Problem):
        return (raw,)
    if file.suffix == LESSON_SUFFIX:
        return lesson_problems(linter.library.lesson_at(file), linter.library, str(file))
    if file_kind(raw, str(file)) == PHRASES:
        from leanbreath.userdata.language import read_phrases  # here, since few files are phrases

        return read_phrases(file).problems
    return linter.check_content(raw, file)


def _general_problems(library: Library) -> Iterator[Problem]:
    """Yield the problems of no single file: ids that are taken, and the user's choice of drills."""
    yield from library.problems
    if settings_file().exists():
        yield from (problem for _, problem in substitution_problems(settings_file(), library))


def _is_notable(problem: Problem) -> bool:
    return problem.severity != "info" or not Path(problem.place.file).is_relative_to(bundled_folder("drills"))


def _lint_in_processes(linter: Linter, files: Sequence[Path]) -> list[Problem]:
    from concurrent.futures import ProcessPoolExecutor

    chunks = [files[first : first + CHUNK] for first in range(0, len(files), CHUNK)]
    with ProcessPoolExecutor(initializer=_start_worker, initargs=(linter,)) as pool:
        return [problem for problems in pool.map(_lint_chunk, chunks) for problem in problems]


def _start_worker(linter: Linter) -> None:
    """Keep the linter for all chunks, so that the library is read once; leave Ctrl-C to the parent process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _LINTERS.append(linter)


def _lint_chunk(files: Sequence[Path]) -> list[Problem]:
    return [problem for file in files for problem in lint_file(_LINTERS[-1], file)]


_LINTERS: list[Linter] = []
"""The linter of this worker process."""
