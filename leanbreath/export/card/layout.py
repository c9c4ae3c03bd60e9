"""Where everything stands on a card, in millimetres: one page of A4 that can be printed on Letter paper too.

There are layouts from generous to sparing. The first that fits is taken; a more sparing one first has less text, then
smaller figures, then more columns, and none has type below the smallest.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import NamedTuple

from leanbreath.export.card.blocks import Block, Level
from leanbreath.export.card.columns import columns_of
from leanbreath.export.card.content import Card
from leanbreath.export.card.drawing import Picture
from leanbreath.export.card.head_and_foot import foot_of, head_of
from leanbreath.export.card.paper import BOTTOM, GUTTER, PAGE_HEIGHT, PAGE_WIDTH, SIDE, TOP
from leanbreath.export.card.paragraph import Measure, Paragraph, Text
from leanbreath.export.card.rows import Row

MOST_SPACE, FOOT_SPACE = 8.0, 4.0
"""The most that is added between two steps where there is room, and what is above the cautions."""

LEVELS = (
    # columns, figure, title and text, lines, cues, about, advice
    Level(1, 62, 48, 15, 11, 4, 2, True, True),
    Level(1, 46, 34, 14, 10.5, 4, 2, True, True),
    Level(2, 38, 42, 12, 10, 4, 2, True, True),
    Level(2, 36, 34, 12, 9.5, 4, 2, True, True),
    Level(2, 34, 29, 12, 9.5, 4, 2, True, True),
    Level(2, 32, 25, 11.5, 9, 4, 2, True, True),
    Level(2, 30, 21, 11, 9, 3, 2, True, True),
    Level(2, 28, 18, 11, 8.5, 3, 1, True, True),
    Level(2, 26, 16, 10.5, 8, 3, 1, True, True),
    Level(2, 26, 15, 10, 8, 3, 1, False, True),
    Level(3, 19, 17, 9.5, 8, 3, 1, False, True),
    Level(3, 18, 14, 9.5, 8, 3, 0, False, True),
    Level(3, 16, 11, 9, 8, 2, 0, False, True),
    Level(3, 14, 9, 9, 8, 2, 0, False, False),
    Level(3, 0, 0, 8.5, 8, 2, 0, False, False),
    Level(4, 0, 0, 8, 8, 1, 0, False, False),
    Level(4, 0, 0, 8, 8, 1, 0, False, False, is_bare=True),
)


class Rule(NamedTuple):
    """A straight line, and how thick it is."""

    left: float
    top: float
    right: float
    bottom: float
    thickness: float


class Page(NamedTuple):
    """A card as it is printed; `left_out` is how many steps found no room on it."""

    texts: tuple[Text, ...]
    pictures: tuple[Picture, ...]
    rules: tuple[Rule, ...]
    left_out: int = 0


class _Placed(NamedTuple):
    """A block at its place."""

    block: Block
    left: float
    top: float


def page_of(card: Card, measure: Measure) -> Page:
    """Return the page of a card in the most generous layout that has room for all of it."""
    measure = cache(measure)  # every layout sets the same words
    for level in LEVELS:
        frame = _Frame.of(card, level, measure)
        if columns := columns_of(card.entries, level, frame.room, measure):
            return frame.page(columns)
    return frame.page(*_shortened(card, level, frame.room, measure))


class _Frame(NamedTuple):
    """What stands above and below the steps."""

    head: Paragraph
    foot: Paragraph

    @classmethod
    def of(cls, card: Card, level: Level, measure: Measure) -> "_Frame":
        return cls(head_of(card, level, measure), foot_of(card, level, measure))

    @property
    def body_top(self) -> float:
        return TOP + self.head.height + 4.5

    @property
    def foot_top(self) -> float:
        return PAGE_HEIGHT - BOTTOM - self.foot.height

    @property
    def room(self) -> float:
        return self.foot_top - FOOT_SPACE - self.body_top

    def page(self, columns: list[list[Block]], left_out: int = 0) -> Page:
        """Return the page with the steps in their columns, spread over the room there is."""
        placed = list(_placed(columns, self.body_top, self.room))
        texts = [text.moved(SIDE, TOP) for text in self.head.texts]
        texts += [text.moved(each.left, each.top) for each in placed for text in each.block.texts]
        texts += [text.moved(SIDE, self.foot_top) for text in self.foot.texts]
        pictures = [picture.moved(each.left, each.top) for each in placed for picture in each.block.pictures]
        rules = (_across(self.body_top - 3.0, 0.5), *_brackets(placed), _across(self.foot_top - 1.5, 0.25))
        return Page(tuple(texts), tuple(pictures), rules, left_out)


def _across(top: float, thickness: float) -> Rule:
    """Return a line across the page."""
    return Rule(SIDE, top, PAGE_WIDTH - SIDE, top, thickness)


def _shortened(card: Card, level: Level, room: float, measure: Measure) -> tuple[list[list[Block]], int]:
    """Return as many of the first steps as fit, and how many steps are left out."""

    def fitting(count: int) -> tuple[list[list[Block]] | None, int]:
        left_out = sum(isinstance(each, Row) for each in card.entries[count:])
        note = Row("move", "", "", f"… and {left_out} more steps")
        return columns_of((*card.entries[:count], note), level, room, measure), left_out

    most = bisect_left(range(len(card.entries)), True, key=lambda count: fitting(count)[0] is None) - 1
    columns, left_out = fitting(max(most, 0))
    return columns or [[]], left_out


def _placed(columns: list[list[Block]], top: float, room: float) -> Iterator[_Placed]:
    """Yield each block at its place; what room is left goes between the blocks."""
    for number, column in enumerate(columns):
        spare = room - sum(each.height for each in column)
        space = min(spare / max(len(column) - 1, 1), MOST_SPACE)
        down = top
        for block in column:
            yield _Placed(block, SIDE + number * (block.width + GUTTER), down)
            down += block.height + (0.0 if block.leads_on else space)


def _brackets(placed: list[_Placed]) -> Iterator[Rule]:
    """Yield a line along the steps of each group, in each column."""
    for left, column in groupby(placed, key=lambda each: each.left):
        blocks = list(column)
        for group in dict.fromkeys(group for each in blocks for group in each.block.groups):
            inside = [each for each in blocks if group in each.block.groups]
            at = left + 1.0 + 4.0 * inside[0].block.groups.index(group)
            yield Rule(at, inside[0].top, at, inside[-1].top + inside[-1].block.height - 1.0, 0.6)
