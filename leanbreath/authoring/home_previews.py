"""What the home screen shows of anything it lists."""

from collections.abc import Mapping
from typing import cast

from leanbreath.authoring.catalogue import list_drills
from leanbreath.authoring.page_lookup import lesson
from leanbreath.presentation.home_preview import Preview, drill_preview, list_preview, routine_preview
from leanbreath.presentation.home_rows import Target
from leanbreath.presentation.lesson_page import plain_paragraphs
from leanbreath.presentation.plain_words import capitalised, limiter_words, muscle_words
from leanbreath.routine.drill_lookup import drills_by_id
from leanbreath.routine.library import Library
from leanbreath.routine.model import Drill
from leanbreath.routine.substitution import with_substitutions
from leanbreath.routine.vocabulary import Limiter, Muscle
from leanbreath.score.compose import compose

UNREADABLE = Preview("", "It can't be read any more.")


def home_preview(library: Library, chosen: Mapping[str, Drill], target: Target) -> Preview:
    """Return the preview of something, with the user's `chosen` drills in its routines."""
    match target.kind:
        case "routine":
            return _routine(library, chosen, target.id)
        case "drill":
            drill = library.drill(target.id).value
            return drill_preview(drill) if drill else UNREADABLE
        case "lesson":
            read = lesson(library, target.id)
            return Preview(read.title, "Enter: read the lesson", next(plain_paragraphs(read.text), ""))
        case "limiter":
            return _limiter(library, cast(Limiter, target.id))
        case "muscle":
            return _muscle(library, cast(Muscle, target.id))
    return Preview("", "")


def _routine(library: Library, chosen: Mapping[str, Drill], id: str) -> Preview:
    routine = library.routine(id).value
    if routine is None:
        return UNREADABLE
    changed = with_substitutions(routine, chosen)
    return routine_preview(changed, compose(changed))


def _limiter(library: Library, limiter: Limiter) -> Preview:
    limiters = library.limiters().value
    assert limiters is not None
    drills = drills_by_id(library, limiters.limiters[limiter].drills)
    titles = (drill.title for drill in drills.values())
    return list_preview(capitalised(limiter_words(limiter)), "What can hold you back. Drills for it:", titles)


def _muscle(library: Library, muscle: Muscle) -> Preview:
    drills = (row.title for row in list_drills(library).rows if muscle in row.targets)
    return list_preview(capitalised(muscle_words(muscle)), "Enter: show its drills", drills)
