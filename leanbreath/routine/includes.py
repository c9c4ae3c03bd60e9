"""Routines that include each other: how deep they may be nested, and what is wrong with a cycle or a mistake below."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from leanbreath.routine.model import Routine
from leanbreath.routine.problems import Problem
from leanbreath.routine.reader import ReadResult, UnresolvedName

DEEPEST_INCLUDE = 16
Chain = tuple[str, ...]
"""Files of which each includes the next."""

INCLUDE_CYCLE, HAS_MISTAKE = "this include leads back to itself", "has a mistake"


class Includes:
    """The files that are being read, each included by the one before, and the longest known chain from each file."""

    def __init__(self) -> None:
        self._being_read: list[str] = []
        self._chains: dict[str, Chain] = {}

    @contextmanager
    def reading(self, path: Path) -> Iterator[None]:
        """Count a file as being read meanwhile."""
        file = str(path.resolve())
        self._being_read.append(file)
        self._chains[file] = (file,)
        try:
            yield
        finally:
            self._being_read.pop()

    def read(self, path: Path, read: Callable[[Path], ReadResult[Routine]]) -> ReadResult[Routine]:
        """Return a routine to include; raise `UnresolvedName` for a cycle, or where includes go too deep."""
        chain, resolved = self._being_read, str(path.resolve())
        if resolved in chain:
            cycle = (*chain[chain.index(resolved) :], resolved)
            raise UnresolvedName(f"{INCLUDE_CYCLE}: {' → '.join(map(_id, cycle))}", "remove one of them")
        if len(chain) >= DEEPEST_INCLUDE:
            raise _TooDeep((*chain, resolved))
        reading = self._read(path, read)
        self._check_depth(tuple(chain[-1:]), self._chains[resolved])
        return reading

    def problem(self, name: str, first: Problem) -> UnresolvedName:
        """Return the error for including a routine with a mistake: a cycle it is part of, or the place of a mistake."""
        includer = _id(self._being_read[-1]) if self._being_read else ""
        if first.message.startswith(INCLUDE_CYCLE) and includer in first.message.partition(": ")[2].split(" → "):
            return UnresolvedName(first.message, first.fix)
        from_below = first.message.endswith(HAS_MISTAKE)
        return UnresolvedName(
            f'the routine "{name}" {HAS_MISTAKE}', first.fix if from_below else f"fix it at {first.place}"
        )

    def _read(self, path: Path, read: Callable[[Path], ReadResult[Routine]]) -> ReadResult[Routine]:
        """Return a routine to include; if its includes go too deep, only the file that begins the chain is to blame."""
        try:
            return read(path)
        except _TooDeep as deep:
            if len(self._being_read) > 1:
                raise
            raise self._too_deep(deep.chain) from deep

    def _check_depth(self, includer: Chain, below: Chain) -> None:
        """Note the longest chain of includes that begins with a file; raise `UnresolvedName` if it is too long."""
        chain = (*includer, *below)
        if includer and len(chain) > len(self._chains[includer[0]]):
            self._chains[includer[0]] = chain
        if len(chain) > DEEPEST_INCLUDE:
            raise self._too_deep(chain)

    def _too_deep(self, chain: Chain) -> UnresolvedName:
        self._chains[chain[0]] = chain
        message = f"includes are nested more than {DEEPEST_INCLUDE} deep: {' → '.join(map(_id, chain[:3]))} → …"
        return UnresolvedName(message, "include fewer levels, or copy the steps in")


class _TooDeep(Exception):
    """Raised with a chain of files that include each other, up to the one that may begin the chain."""

    def __init__(self, chain: Chain) -> None:
        super().__init__()
        self.chain = chain


def _id(file: str) -> str:
    return Path(file).stem
