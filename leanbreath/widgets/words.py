"""A line of text that is drawn again only when it says something else."""

from textual.widgets import Static


class Words(Static):
    """Plain text, never read as markup."""

    DEFAULT_CSS = "Words { height: 1; width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }"

    _text = ""

    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        super().__init__(text, id=id, markup=False)
        self._text = text

    def show(self, text: str) -> None:
        """Say a text."""
        if text != self._text:
            self._text = text
            self.update(text, layout=False)
