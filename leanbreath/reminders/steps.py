"""What turns a reminder on or off, step by step, as data: shown to the runner first, then done."""

from typing import NamedTuple


class Place(NamedTuple):
    """Where a user's files are: folders for configuration and data, the home folder; and the number of the user."""

    config: str
    home: str
    data: str
    user: int


class Write(NamedTuple):
    """A file to write."""

    path: str
    content: bytes
    shown: str

    @property
    def lines(self) -> tuple[str, ...]:
        """What the runner sees."""
        return (f"Write {self.path}:", *(f"    {line}".rstrip() for line in self.shown.splitlines()))


class Remove(NamedTuple):
    """A file to remove."""

    path: str

    @property
    def lines(self) -> tuple[str, ...]:
        """What the runner sees."""
        return (f"Remove {self.path}",)


class Run(NamedTuple):
    """A command to run with what it reads; `shown` is the part of that which changes.

    One that may fail undoes something that may not be there.
    """

    command: tuple[str, ...]
    given: bytes = b""
    may_fail: bool = False
    shown: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """What the runner sees."""
        given = (f"    {line}" for line in self.shown.splitlines())
        return (f"Run {' '.join(self.command)}", *given)


Step = Write | Remove | Run
