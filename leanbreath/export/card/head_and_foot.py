"""What stands above and below the steps of a card: its title and length, the cautions, the safety text."""

from collections.abc import Iterator

from leanbreath.export.card.blocks import Level
from leanbreath.export.card.content import Card
from leanbreath.export.card.paper import GUTTER, SMALLEST, WIDTH
from leanbreath.export.card.paragraph import Measure, Paragraph, Run, Style, Text, paragraph

TITLE_LINES, ABOUT_LINES, SAFETY_LINES = 2, 3, 4
"""The most lines of each."""


def head_of(card: Card, level: Level, measure: Measure) -> Paragraph:
    """Return the title with the time beside it, what the routine is for, and what it needs."""
    length = paragraph([(card.length, Style(22, True))], WIDTH / 2, measure, 1)
    waits = paragraph([(card.waits, Style(9))], WIDTH / 2, measure, 1)
    right = max(length.width, waits.width)
    title = paragraph([(card.title, Style(22, True))], WIDTH - right - GUTTER, measure, TITLE_LINES)
    if len({text.top for text in title.texts}) > 1:
        title = paragraph([(card.title, Style(15, True))], WIDTH - right - GUTTER, measure, TITLE_LINES)
    runs: list[Run] = [(f"{card.occasion[:1].upper()}{card.occasion[1:]}.", Style(10, True))] if card.occasion else []
    runs.append((card.needs, Style(10)))
    needs = paragraph(runs, WIDTH - right - GUTTER, measure, 2)
    about = paragraph([(card.about, Style(9))], WIDTH, measure, ABOUT_LINES) if level.about else Paragraph((), 0.0)
    sides = [*_right_aligned(length, 0.0), *_right_aligned(waits, length.height)]
    down = title.height + 0.5
    texts = [*title.texts, *(each.moved(0, down) for each in needs.texts), *sides]
    down = max(down + needs.height, length.height + waits.height) + 0.5
    return Paragraph((*texts, *(each.moved(0, down) for each in about.texts)), down + about.height)


def _right_aligned(texts: Paragraph, down: float) -> Iterator[Text]:
    return (text.moved(WIDTH - texts.width, down) for text in texts.texts)


def foot_of(card: Card, level: Level, measure: Measure) -> Paragraph:
    """Return the cautions in two columns, and below them the safety text and where the card comes from."""
    texts: list[Text] = []
    down = 0.0
    if card.cautions:
        heading = paragraph([("Take care", Style(10, True))], WIDTH, measure)
        texts += heading.texts
        cautions = _advice(card, measure) if level.advice else _who(card, measure)
        texts += [text.moved(0, heading.height) for text in cautions.texts]
        down = heading.height + cautions.height + 1.5
    small = Style(SMALLEST)
    last = paragraph([(card.safety, small._replace(bold=True)), (card.origin, small)], WIDTH, measure, SAFETY_LINES)
    texts += [text.moved(0, down) for text in last.texts]
    return Paragraph(tuple(texts), down + last.height)


def _advice(card: Card, measure: Measure) -> Paragraph:
    """Return each caution with what to do about it, in two columns of about the same height."""
    wide, small = (WIDTH - GUTTER) / 2, Style(SMALLEST)
    each = [
        paragraph([(f"{who}:", small._replace(bold=True)), (advice, small)], wide, measure)
        for who, advice in card.cautions
    ]
    texts: list[Text] = []
    for number, column in enumerate(_halves(each)):
        down = 0.0
        for one in column:
            texts += [text.moved(number * (wide + GUTTER), down) for text in one.texts]
            down += one.height
    return Paragraph(tuple(texts), max(sum(one.height for one in column) for column in _halves(each)))


def _halves(each: list[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """Return paragraphs in two columns of which the taller one is as low as can be, the first one full first."""
    cuts = ((each[:at], each[at:]) for at in range(len(each), -1, -1))
    return min(cuts, key=lambda cut: max(sum(one.height for one in column) for column in cut))


def _who(card: Card, measure: Measure) -> Paragraph:
    """Return who should take care, as one list."""
    who = "; ".join(each.who for each in card.cautions)
    return paragraph([(f"{who}.", Style(SMALLEST))], WIDTH, measure)
