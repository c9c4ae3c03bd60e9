"""A list of the home screen: rows below headings, each of which opens or starts something."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from leanbreath.presentation.terminal_text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leanbreath.presentation.home_rows import HomeRow, RowGroup, Target


INDENT = 8
"""The columns of a length and the space behind it."""


class HomeList(OptionList):
    """Shows groups of rows; beyond its ends, the arrow keys lead to what is before and after it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "screen.length(-1)", show=False),
        Binding("right", "screen.length(1)", show=False),
    ]

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._groups: tuple[RowGroup, ...] = ()
        self._nothing = ""
        self._targets: dict[str, Target] = {}

    def show(self, groups: "tuple[RowGroup, ...]", nothing: str = "") -> None:
        """Show groups, or say that there is nothing; what was highlighted stays so if it is still there."""
        before, self._groups, self._nothing = self.target, groups, nothing
        self._targets = {_id(row.target): row.target for group in groups for row in group.rows}
        options = list(self._rows(self.scrollable_content_region.width))
        self.set_options(options or [Option(Content(nothing), disabled=True)])
        kept = next((i for i, each in enumerate(options) if before and each.id == _id(before)), None)
        self.highlighted = kept if kept is not None else self._first

    def on_resize(self) -> None:
        """Fold the rows to another width."""
        if self._groups:
            self.show(self._groups, self._nothing)

    def _rows(self, columns: int) -> "Iterator[Option]":
        for heading, rows in self._groups:
            yield Option(Content.styled(heading.upper(), "bold"), disabled=True)
            yield from (Option(_drawn(row, columns), id=_id(row.target)) for row in rows)

    @property
    def target(self) -> "Target | None":
        """What the highlighted row opens."""
        return None if self.highlighted is None else self.target_of(self.options[self.highlighted].id)

    def target_of(self, id: str | None) -> "Target | None":
        """Return what the row with an id opens."""
        return self._targets.get(id or "")

    @property
    def _first(self) -> int | None:
        return next((index for index, each in enumerate(self.options) if not each.disabled), None)

    def action_cursor_up(self) -> None:
        """Move up, and from the first row to what is before the list."""
        if self.highlighted in (None, self._first):
            self.screen.focus_previous()
        else:
            super().action_cursor_up()

    def action_cursor_down(self) -> None:
        """Move down, and from the last row to what is after the list."""
        if self.highlighted == self.option_count - 1:
            self.screen.focus_next()
        else:
            super().action_cursor_down()


def _id(target: "Target") -> str:
    return f"{target.kind}:{target.id}"


def _drawn(row: "HomeRow", columns: int) -> Content:
    """Return a row as it is shown; one with a length has it in a column of its own."""
    if not row.length:
        return Content(f"{row.text} · {row.detail}" if row.detail else row.text)
    text = folded(row.text, max(columns - INDENT, 1))
    return Content(f"{row.length:>{INDENT - 2}}  " + f"\n{' ' * INDENT}".join(text))
