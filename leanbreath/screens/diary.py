"""The diary: the latest sessions and what was done in each."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from leanbreath.presentation.session_page import SessionPage
from leanbreath.screens.master_detail import MasterDetailScreen, headed


class DiaryScreen(MasterDetailScreen):
    """Lists the sessions, the latest first, and shows the highlighted one."""

    _pages: tuple[SessionPage, ...] = ()

    def page(self) -> ComposeResult:
        """Lay out the text."""
        yield Static(markup=False, id="text")

    def on_mount(self) -> None:
        """List the sessions."""
        self._pages = self.data.sessions()
        options = self.query_one(OptionList)
        options.add_options(Option(Content("\n".join(filter(None, page[:2])))) for page in self._pages)
        options.focus()
        options.highlighted = 0

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the session."""
        self.query_one("#text", Static).update(headed(self._pages[event.option_index].lines))
        self.scroll_to_top()
