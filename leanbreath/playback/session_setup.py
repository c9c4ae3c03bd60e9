"""Puts together what a session is on screen: the figures of its drills, the card before it, what follows it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from leanbreath.advice.checks import single_drill_routine
from leanbreath.presentation.end_card import NEXT
from leanbreath.presentation.lesson_page import plain_paragraphs
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.problems import InvalidRequest
from leanbreath.score.passage import Passage
from leanbreath.score.score import Score
from leanbreath.score.substitution import drill_name, without_drill
from leanbreath.score.unroll import unroll
from leanbreath.session.controller import SessionController
from leanbreath.userdata.settings import ScreenSettings

if TYPE_CHECKING:
    from leanbreath.figure.shot_selection import DrillFigure
    from leanbreath.presentation.preparation_card import PreparationCard


def on_stage(
    library: Library,
    routine: Routine,
    controller: SessionController,
    card: "Callable[[], PreparationCard] | None",
    look: ScreenSettings,
    calm: bool,
) -> Callable[[], None]:
    """Return what shows a session on screen until it ends."""
    from leanbreath.app import show_session
    from leanbreath.screens.session import SessionScreen

    def seen() -> dict[str, "DrillFigure"]:
        from leanbreath.authoring.figures import load_figures  # once the first frame has been drawn

        return load_figures(library, routine.drills())

    following = NEXT.get(routine.kind, "")

    def screen(can_draw: Callable[[], bool]) -> SessionScreen:
        return SessionScreen(controller, seen, card, following, calm or look.calm, look.view, can_draw)

    return lambda: show_session(screen, look.theme)


def safety_lines() -> tuple[str, ...]:
    """Return the long safety text, a line for each paragraph."""
    text = (bundled_folder("drills") / "lessons" / "safety.md").read_text("utf-8")
    return tuple(plain_paragraphs(text))


def spared(library: Library, routine: Routine, score: Score, hurt: tuple[str, ...]) -> tuple[Score, tuple[str, ...]]:
    """Return a score without the drills that have hurt today, and the titles of those it had."""
    titles = {
        drill_name(each): each.title for each in score.passages if each.kind == "work" and drill_name(each) in hurt
    }
    for drill in titles:
        score = without_drill(score, drill, substitute(library, routine, drill, hurt))
    if not any(each.kind == "work" for each in score.passages):
        raise InvalidRequest("every drill of this routine hurt today; let it rest, or choose another")
    return score, tuple(titles.values())


def substitute(library: Library, routine: Routine, drill: str, hurt: tuple[str, ...] = ()) -> tuple[Passage, ...]:
    """Return what is done in the place of a drill that hurts, by the name of that; nothing where no author says.

    It is none of those that have `hurt` today.
    """
    known = {each.drill or each.title: each for each in routine.drills()}
    hurts = known.get(drill) or (library.drill(drill).value if drill in library.drill_files else None)
    other = _other(library, hurts, hurt) if hurts else None
    if other is None:
        return ()
    return tuple(
        passage for passage in unroll(single_drill_routine(other), "left") if drill_name(passage) == other.drill
    )


def _other(library: Library, drill: Drill, hurt: tuple[str, ...]) -> Drill | None:
    """Return the first drill that an author names for whom this one hurts, but none that has hurt too."""
    names = (each for each in (drill.instead or {}).values() if each in library.drill_files and each not in hurt)
    return next((value for each in names if (value := library.drill(each).value)), None)
