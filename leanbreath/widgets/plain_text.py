"""A line of text that is drawn again only when it says something else."""

from textual.content import Content
from textual.widgets import Static


class PlainText(Static):
    """Plain text, never read as markup; `text` is what it says."""

    DEFAULT_CSS = "PlainText { height: 1; width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }"

    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        super().__init__(text, id=id, markup=False)
        self.text = text

    def show(self, text: str) -> None:
        """Say a text."""
        if text != self.text:
            self.text = text
            self.update(text, layout=False)


class PlainLines(PlainText):
    """Lines of plain text, the first of which stands out."""

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Say some lines; a single one as it is."""
        text = "\n".join(lines)
        if len(lines) < 2:
            self.show(text)
        elif text != self.text:
            self.text = text
            self.update(Content.assemble((lines[0], "bold"), *("\n" + line for line in lines[1:])), layout=False)
