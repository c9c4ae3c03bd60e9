"""Tables whose cases prove the same claim on more material: a few run at once, all of them with the slow tests."""

from collections.abc import Collection, Iterable
from typing import Any

import pytest


def quick_cases(cases: Iterable[Any], quick: Collection[Any]) -> list[Any]:
    """Return the cases of a table, each a tuple of values, marked slow except for the quick ones."""
    return [case if case in quick else pytest.param(*case, marks=pytest.mark.slow) for case in cases]


def quick_values(values: Iterable[Any], *quick: Any) -> list[Any]:
    """Return the values of a table with one column, marked slow except for the quick ones."""
    return [value if value in quick else pytest.param(value, marks=pytest.mark.slow) for value in values]
