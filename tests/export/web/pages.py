"""Routines as the data of pages, for the tests."""

from typing import Any

from leanbreath.export.web.page_data import DiaryFields, page_data
from leanbreath.export.web.page_timeline import page_timeline
from leanbreath.export.web.page_wording import page_wording
from leanbreath.presentation.drill_figure import drill_figures
from leanbreath.presentation.preparation_card import preparation_card
from leanbreath.routine.drill_lookup import poses_of
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.model import Routine
from leanbreath.score.compose import compose
from tests.routine.snippets import routine_of, value_of

LIBRARY = Library((bundled_folder("drills"),))


def page_of(routine: Routine, has_figures: bool = True) -> dict[str, Any]:
    """Return the data of a routine's page, with the figures of the bundled drills or none."""
    score = page_wording(compose(routine))
    drills = routine.named_drills() if has_figures else {}
    figures = drill_figures(drills, poses_of(LIBRARY, drills.values()))
    return page_data(page_timeline(score), preparation_card(routine, score), figures, DiaryFields({}, "04:00"))


def page_with(steps: str) -> dict[str, Any]:
    """Return the data of the page of a routine with these lines as its steps."""
    return page_of(value_of(routine_of(steps)))
