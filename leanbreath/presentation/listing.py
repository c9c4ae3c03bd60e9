"""The rows of a list, and the problems of the files that are missing from it."""

from typing import Generic, NamedTuple, TypeVar

from leanbreath.routine.problems import Problem

Row = TypeVar("Row")


class Listing(NamedTuple, Generic[Row]):
    """Rows, and why files are not among them."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
