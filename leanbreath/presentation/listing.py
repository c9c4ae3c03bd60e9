"""The rows of a list, and the problems of the files that are missing from it."""

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from leanbreath.routine.problems import Problem

Row = TypeVar("Row")


class Listing(NamedTuple, Generic[Row]):
    """Rows, and why files are not among them."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def unlisted_text(problems: Iterable[Problem]) -> str:
    """Return how many files are missing because of their problems, and how to find out why; empty if none are."""
    files = len({problem.place.file for problem in problems})
    if not files:
        return ""
    many = "1 file has errors and isn't" if files == 1 else f"{files} files have errors and aren't"
    return f"{many} listed. Run leanbreath check to see why."
