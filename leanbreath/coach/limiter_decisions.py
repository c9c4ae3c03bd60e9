"""What each check-up decided: which limiters come first from that day on."""

from collections.abc import Iterable, Iterator
from datetime import date

from leanbreath.coach.limiter_words import limiter_words
from leanbreath.coach.limiters import limiter_report, main_limiters
from leanbreath.coach.material import Material
from leanbreath.coach.plan_state import Decision
from leanbreath.diary.events import AssessmentRow
from leanbreath.routine.vocabulary import Limiter


def limiter_decisions(rows: Iterable[AssessmentRow], material: Material, started: date) -> Iterator[Decision]:
    """Yield a decision for each day of a plan on which the main limiters became others, its first day among them."""
    rows = tuple(rows)
    main: tuple[Limiter, ...] = ()
    for day in sorted({max(row.at.day, started) for row in rows}):
        report = limiter_report((row for row in rows if row.at.day <= day), material)
        found = tuple(score.limiter for score in main_limiters(report))
        if found != main:
            yield Decision(day, "limiters", _text(found))
        main = found


def _text(main: tuple[Limiter, ...]) -> str:
    if not main:
        return "Your check-up found nothing that comes first."
    return f"By your check-up: {', then '.join(map(limiter_words, main))} first."
