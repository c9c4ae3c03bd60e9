"""What can be opened or started from a check-up's results."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from leanbreath.coach.checkup import Checkup
from leanbreath.coach.checkup_form import MINUTES, Form, checkup_items
from leanbreath.coach.limiters import limiter_report, main_limiters
from leanbreath.coach.material import Material
from leanbreath.diary.events import AssessmentRow
from leanbreath.presentation.plain_words import limiter_words
from leanbreath.presentation.terminal_text import counted


class CheckupOffer(NamedTuple):
    """A routine to start (`run`), a lesson to read, or a form of the check-up to begin, in words."""

    kind: Literal["run", "lesson", "begin"]
    id: str
    label: str


def checkup_offers(rows: Iterable[AssessmentRow], checkup: Checkup, material: Material) -> tuple[CheckupOffer, ...]:
    """Return what suits now, first what suits best; `checkup` is the one that would begin or continue."""
    rows = tuple(rows)
    is_unfinished = 0 < checkup.index < len(checkup.items)
    found = tuple(dict.fromkeys(_practice(rows, material)))
    continued = [CheckupOffer("begin", checkup.form, _continue_text(checkup))] if is_unfinished else []
    forms: tuple[Form, ...] = ("short", "full")
    begun = [_form_offer(form, material) for form in forms if not (is_unfinished and form == checkup.form)]
    return (*continued, *found, *begun)


def _practice(rows: tuple[AssessmentRow, ...], material: Material) -> Iterator[CheckupOffer]:
    """Yield the routine and the lesson for each main limiter."""
    for score in main_limiters(limiter_report(rows, material)):
        words = limiter_words(score.limiter)
        yield CheckupOffer("run", score.routine, f"Practise: {words}")
        yield CheckupOffer("lesson", score.lesson, f"Read: {words}")


def _continue_text(checkup: Checkup) -> str:
    left = len(checkup.items) - checkup.index
    return f"Continue the check-up: {counted(left, 'question')} left"


def _form_offer(form: Form, material: Material) -> CheckupOffer:
    count = counted(len(checkup_items(form, material)), "question")
    return CheckupOffer("begin", form, f"{form.capitalize()} check-up: {count}, about {MINUTES[form]} minutes")
