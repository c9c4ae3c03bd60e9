"""Reads assessment files."""

from typing import Any

from leanbreath.routine.assessment import Assessment
from leanbreath.routine.reader.reading import Reading, check_id, read
from leanbreath.routine.reader.shape import Shaper
from leanbreath.routine.reader.tree import Table


def read_assessment(raw: bytes, file: str) -> Reading[Assessment]:
    """Read an assessment file; its id must be its file name."""

    def settle(shaper: Shaper, table: Table) -> Any:
        assessment = shaper.shape(Assessment, table, "assessment")
        check_id(shaper, table, "assessment", file)
        return assessment

    return read(raw, file, settle)
