"""The work of a session by its steps: a step that comes in rounds, or in turn on each side, is one group."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar


class StepWork(Protocol):
    """Work that belongs to a step."""

    @property
    def step(self) -> str:
        """The path of the step."""

    @property
    def title(self) -> str:
        """The title of the drill."""


W = TypeVar("W", bound=StepWork)


def by_step(work: Iterable[W]) -> Iterator[tuple[W, ...]]:
    """Yield the work of each drill of each step, in the order in which the steps first come."""
    groups: dict[tuple[str, str], list[W]] = {}
    for each in work:
        groups.setdefault((each.step, each.title), []).append(each)
    return map(tuple, groups.values())
