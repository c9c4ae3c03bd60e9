"""The routines to choose from, with a search through everything and a preview of the highlighted row."""

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from leanbreath.widgets.home_list import HomeList
from leanbreath.widgets.text_parts import TextParts

if TYPE_CHECKING:
    from leanbreath.presentation.home_contents import HomeContents
    from leanbreath.presentation.home_preview import Preview
    from leanbreath.presentation.home_rows import Target

NO_MATCHES = "No matches. Esc shows everything."


class RoutineBrowser(Vertical):
    """Lists contents, searches in them as you type, and shows the preview that it is given."""

    contents: "HomeContents | None" = None

    def compose(self) -> ComposeResult:
        """Lay out search, list and preview."""
        yield Input(placeholder="Search routines, drills, muscles", id="search", compact=True)
        yield HomeList(id="routines")
        yield TextParts(id="preview")

    def on_mount(self) -> None:
        """Find the parts once; the search is hidden until it is asked for."""
        self._search, self._list = self.query_one(Input), self.query_one(HomeList)
        self._preview = self.query_one(TextParts)
        self._search.display = False
        self._list.border_title, self._list.border_subtitle = "Everything to start", "/: search · p: pin"

    @property
    def target(self) -> "Target | None":
        """What the highlighted row opens or starts."""
        return self._list.target

    @property
    def is_narrowed(self) -> bool:
        """Whether some of the routines are not shown, or a search is open."""
        return self._search.display or bool(self.contents and self.contents.occasion)

    def show(self, contents: "HomeContents") -> None:
        """Show contents."""
        self.contents = contents
        self._list.show(contents.groups, NO_MATCHES)

    def show_preview(self, target: "Target", preview: "Preview") -> None:
        """Show a preview, if it is still that of the highlighted row."""
        if target == self.target:
            self._preview.border_title = preview.title
            self._preview.show(preview.parts)

    def show_everything(self) -> None:
        """Show all routines again, without a search."""
        self._search.display, self._search.value = False, ""
        if self.contents:
            self.show(replace(self.contents, occasion=None, searched=""))
        self._list.focus()

    def open_search(self, text: str | None = None) -> None:
        """Open the search, or show what a text finds."""
        self._search.display = True
        if text is None:
            self._search.focus()
        else:
            self._search.value = text

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as you type."""
        if self.contents:
            self.show(replace(self.contents, searched=event.value))

    def on_input_submitted(self) -> None:
        """Go to the list of matches."""
        self._list.focus()
