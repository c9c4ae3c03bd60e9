"""The preparation card: what to read before a session."""

from dataclasses import dataclass

from leanbreath.presentation.plain_words import caution_words, need_words
from leanbreath.routine.model import Routine
from leanbreath.score.score import Score
from leanbreath.score.time_format import format_total


@dataclass(frozen=True)
class PreparationCard:
    """What a runner reads before a session: what it is, how long it takes, what it needs, and who should take care."""

    title: str
    about: str
    length: str
    needs: tuple[str, ...]
    cautions: tuple[str, ...]
    safety: tuple[str, ...]
    skipped: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The card as lines."""
        return (
            self.title,
            f"{self.length} · {self.about}" if self.about else self.length,
            "",
            f"You need: {', '.join(self.needs) or 'nothing'}",
            *([f"Take care with: {', '.join(self.cautions)}"] if self.cautions else []),
            *([f"Skipped today because it hurt: {', '.join(self.skipped)}"] if self.skipped else []),
            "",
            *self.safety,
        )


def preparation_card(
    routine: Routine, score: Score, safety: tuple[str, ...] = (), skipped: tuple[str, ...] = ()
) -> PreparationCard:
    """Return the card of a routine; the long `safety` text replaces the short one if it is given.

    `skipped` are the titles of drills that are left out today.
    """
    drills = tuple(routine.drills())
    return PreparationCard(
        title=routine.title,
        about=routine.about,
        length=format_total(score.total, score.is_estimate) + _waits(score.waits),
        needs=tuple(sorted({need_words(need) for drill in drills for need in drill.needs})),
        cautions=tuple(sorted({caution_words(caution) for drill in drills for caution in drill.cautions})),
        safety=safety or (score.phrases.safety,),
        skipped=skipped,
    )


def _waits(number: int) -> str:
    return "" if not number else " and a wait" if number == 1 else f" and {number} waits"
