"""A strip in fewer bytes: a colour is sent when it changes, not for every piece of text."""

from collections.abc import Iterable, Iterator

from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from textual.strip import Strip

RESET = "\x1b[0m"


class CompactStrip(Strip):
    """A strip for a terminal that shows every colour."""

    _sent: str | None = None

    def render(self, console: Console) -> str:
        """Return the text with what changes its colours."""
        if self._sent is None:
            self._sent = "".join(_changes(self))
        return self._sent


def _changes(segments: Iterable[Segment]) -> Iterator[str]:
    """Yield the text of segments, each after the codes of the colours that change there."""
    ink = paper = None
    for text, style, _ in segments:
        if style is None or style.color is None or style.bgcolor is None or style.bold:
            yield RESET + (Strip.render_style(style, text, ColorSystem.TRUECOLOR) if style else text)
            ink = paper = None
            continue
        codes: list[str] = []
        if style.color != ink and not text.isspace():
            ink = style.color
            codes += ink.get_ansi_codes()
        if style.bgcolor != paper:
            paper = style.bgcolor
            codes += paper.get_ansi_codes(foreground=False)
        yield f"\x1b[{';'.join(codes)}m{text}" if codes else text
    yield RESET
