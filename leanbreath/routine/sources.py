"""The sources of drills and rules: the list in `drills/sources.yaml`, by id."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from leanbreath.routine.field_types import SourceId as SourceId
from leanbreath.routine.library import bundled_folder
from leanbreath.routine.problems import Problems
from leanbreath.routine.reader import ReadResult, read_file_as

Mark = Literal["read", "second-hand", "unchecked"]
"""How a source was read: directly, through a page that summarises it, or not at all."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """A study or a page: its title, its addresses, and how it was read."""

    title: str
    addresses: tuple[str, ...]
    mark: Mark
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class SourcesFile:
    """A file of sources."""

    sources: dict[SourceId, Source]


def read_sources(path: Path) -> ReadResult[SourcesFile]:
    """Return the sources in a file."""
    return read_file_as(path, SourcesFile)


@cache
def bundled_sources() -> Mapping[str, Source]:
    """Return the bundled sources by id; raise `Problems` if their file has any."""
    reading = read_sources(bundled_folder("drills") / "sources.yaml")
    if reading.value is None or reading.problems:
        raise Problems(reading.problems)
    return reading.value.sources
