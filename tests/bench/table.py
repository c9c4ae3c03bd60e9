"""Rows of a table of measurements."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """What was measured, what it came to, and what it should reach."""

    what: str
    measured: str
    reach: str
    reached: bool


def show(rows: Iterable[Row]) -> None:
    """Print rows as a Markdown table."""
    print("| what | measured | reach | reached |\n|---|---|---|---|")
    for row in rows:
        print(f"| {row.what} | {row.measured} | {row.reach} | {'yes' if row.reached else 'NO'} |")
