"""Finds what a routine names: drills, and routines to include."""

from collections.abc import Callable
from dataclasses import dataclass

from leanbreath.routine.model import Drill, Routine


class UnresolvedName(Exception):
    """Raised for a name that can't be resolved, with a message and a fix."""

    def __init__(self, message: str, fix: str = "") -> None:
        super().__init__(message)
        self.message, self.fix = message, fix


@dataclass(frozen=True)
class Resolver:
    """Finds the drills and routines that a file names; raises `UnresolvedName` if it can't."""

    drill: Callable[[str], Drill]
    include: Callable[[str], Routine]
