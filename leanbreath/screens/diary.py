"""The diary: the latest sessions and what was done in each."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from leanbreath.presentation.session_page import SessionPage
from leanbreath.screens.master_detail import MasterDetailScreen, headed
from leanbreath.screens.messages import SessionsRead


class DiaryScreen(MasterDetailScreen):
    """Lists the sessions, the latest first, and shows the highlighted one."""

    _pages: tuple[SessionPage, ...] = ()

    def page(self) -> ComposeResult:
        """Lay out the text."""
        yield Static(markup=False, id="text")

    def on_mount(self) -> None:
        """Read the sessions in a thread, since another program may have locked the diary."""
        self.query_one(OptionList).focus()
        self.run_worker(lambda: self.post_message(SessionsRead(self.data.sessions())), thread=True)

    def on_sessions_read(self, message: SessionsRead) -> None:
        """List the sessions."""
        self._pages = message.pages
        options = self.query_one(OptionList)
        options.add_options(Option(Content("\n".join(filter(None, page[:2])))) for page in self._pages)
        options.highlighted = 0

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the session."""
        self.query_one("#text", Static).update(headed(self._pages[event.option_index].lines))
        self.scroll_to_top()
