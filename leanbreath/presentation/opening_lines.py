"""The first lines of a session in plain lines: what it is, what it needs, who should take care, and how to be safe."""

from collections.abc import Iterator

from leanbreath.presentation.preparation_card import PreparationCard


def opening_lines(card: PreparationCard) -> Iterator[str]:
    """Yield what a runner hears or reads before a session; the safety text is the long one the first time."""
    yield f"{card.title}. {card.duration}."
    if card.changes:
        yield card.changes
    if card.breath:
        yield f"{card.breath}."
    yield f"You need: {', '.join(card.needs) or 'nothing'}."
    if card.cautions:
        yield f"Take care with: {', '.join(card.cautions)}."
    yield from card.safety
