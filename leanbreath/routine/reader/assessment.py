"""Reads check files."""

from typing import Any

from leanbreath.routine.assessment import Check
from leanbreath.routine.reader.reading import Reading, check_id, read
from leanbreath.routine.reader.shape import Shaper
from leanbreath.routine.reader.tree import Table


def read_check(raw: bytes, file: str) -> Reading[Check]:
    """Read a check file; its id must be its file name."""

    def settle(shaper: Shaper, table: Table) -> Any:
        check = shaper.shape(Check, table, "check")
        check_id(shaper, table, "check", file)
        return check

    return read(raw, file, settle)
