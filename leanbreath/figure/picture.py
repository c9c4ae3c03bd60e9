"""A picture: rows of characters, in runs of one look."""

from typing import NamedTuple

from leanbreath.figure.shapes import Tag

LEVELS = 4
"""How finely a mix is told apart: few levels leave most of a moving picture unchanged."""


class Mix(NamedTuple):
    """A colour: so many of `LEVELS` parts of one kind, the rest of another; None is the background."""

    front: Tag | None
    back: Tag | None = None
    level: int = LEVELS


class Blend(NamedTuple):
    """The colours of a character: of its ink, and of the rest."""

    ink: Mix
    paper: Mix


EMPTY = Mix(None)
BACKGROUND = Blend(EMPTY, EMPTY)

Look = Tag | Blend | None
"""How characters look: in the colour of a kind (None is empty space), or blended."""


class Run(NamedTuple):
    """Adjacent characters with one look."""

    text: str
    look: Look

    @property
    def is_empty(self) -> bool:
        """Whether nothing is seen."""
        return not self.text.strip() and (self.look is None or self.look == BACKGROUND)


Rows = tuple[tuple[Run, ...], ...]


def plain_rows(lines: tuple[str, ...]) -> Rows:
    """Return lines as rows without colours."""
    return tuple((Run(line, None),) for line in lines)
