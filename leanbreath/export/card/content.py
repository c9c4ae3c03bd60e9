"""What stands on the card of a routine: the same words and times as in a session."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple, get_args

from leanbreath.export.card.rows import Group, Row, card_rows
from leanbreath.figure.shot_selection import DrillFigure
from leanbreath.presentation.plain_words import capitalised, caution_words, need_words, occasion_words
from leanbreath.presentation.preparation_card import waits_words
from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.vocabulary import Caution
from leanbreath.score.score import Score
from leanbreath.score.time_format import format_total

if TYPE_CHECKING:
    from leanbreath.presentation.page_parts import CautionTexts


class CautionAdvice(NamedTuple):
    """Who should take care, and what to do then."""

    who: str
    advice: str


class Card(NamedTuple):
    """Everything that can stand on a card; a small one leaves some of it out.

    `occasion` says what it is for, `length` how long it takes with its waits. Steps are in `entries`, in order, each
    group straight before the first of its steps.
    """

    title: str
    occasion: str
    length: str
    waits: str
    about: str
    needs: str
    entries: tuple[Group | Row, ...]
    cautions: tuple[CautionAdvice, ...]
    safety: str
    origin: str


def card_of(routine: Routine, score: Score, figures: Mapping[str, DrillFigure], cautions: "CautionTexts") -> Card:
    """Return the card of a routine with this score; `figures` are those of its drills by name."""
    drills = tuple(routine.drills())
    needs = sorted({need_words(need) for drill in drills for need in drill.needs})
    return Card(
        title=routine.title,
        occasion="" if routine.kind == "any" else occasion_words(routine.kind),
        length=format_total(score.total, score.is_estimate),
        waits=waits_words(score.waits),
        about=routine.about,
        needs=f"You need: {', '.join(needs) or 'nothing'}.",
        entries=tuple(card_rows(routine, score, figures)),
        cautions=tuple(_cautions(drills, cautions)),
        safety=score.phrases.safety,
        origin=f"Made with leanbreath from the routine {routine.id}." if routine.id else "Made with leanbreath.",
    )


def _cautions(drills: Iterable[Drill], texts: "CautionTexts") -> Iterator[CautionAdvice]:
    """Yield what to do about the cautions of some drills; those with the same advice stand together."""
    carried = {caution for drill in drills for caution in drill.cautions}
    who: dict[str, list[str]] = {}
    for each in get_args(Caution):
        if each in carried:
            who.setdefault(texts[each].text, []).append(caution_words(each))
    yield from (CautionAdvice(capitalised(", ".join(words)), advice) for advice, words in who.items())


def card_texts(value: object) -> Iterator[str]:
    """Yield every text of a card, or of a part of one."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple) and not isinstance(value, DrillFigure):
        yield from (text for each in value for text in card_texts(each))
