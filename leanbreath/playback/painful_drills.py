"""Drills that hurt: what replaces them, and a score without them."""

from leanbreath.routine.library import Library
from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.problems import InvalidRequest
from leanbreath.score.passage import Passage
from leanbreath.score.score import Score
from leanbreath.score.substitution import drill_name, without_drill
from leanbreath.score.unroll import unroll


def without_painful(
    library: Library, routine: Routine, score: Score, painful: tuple[str, ...]
) -> tuple[Score, tuple[str, ...]]:
    """Return a score without the drills that hurt today, and the titles of those left out."""
    titles = {
        drill_name(passage): passage.title
        for passage in score.passages
        if passage.kind == "work" and drill_name(passage) in painful
    }
    for drill in titles:
        score = without_drill(score, drill, find_substitute(library, routine, drill, painful))
    if not any(passage.kind == "work" for passage in score.passages):
        raise InvalidRequest("every drill in this routine hurt today; rest, or choose another routine")
    return score, tuple(titles.values())


def find_substitute(
    library: Library, routine: Routine, drill: str, painful: tuple[str, ...] = ()
) -> tuple[Passage, ...]:
    """Return the passages that replace a drill, by its name; nothing if its author names no substitute.

    No drill that hurt today replaces it.
    """
    hurts = routine.named_drills().get(drill) or (library.drill(drill).value if drill in library.drill_files else None)
    other = _first_alternative(library, hurts, painful) if hurts else None
    if other is None:
        return ()
    from leanbreath.advice.single_drill import single_drill_routine  # here, since seldom a drill hurts

    passages = unroll(single_drill_routine(other), "left")
    return tuple(passage for passage in passages if drill_name(passage) == other.drill)


def read_substitutes(library: Library, routine: Routine) -> None:
    """Read each drill that may replace one of a routine, or a substitute for it, so that none is read once it hurts."""
    import leanbreath.advice.single_drill  # noqa: F401 - here, so that it is there when it is needed

    read: set[str] = set()
    waiting = list(routine.drills())
    while waiting:
        for name in (waiting.pop().instead or {}).values():
            if name in library.drill_files and name not in read:
                read.add(name)
                waiting += filter(None, [library.drill(name).value])


def _first_alternative(library: Library, drill: Drill, painful: tuple[str, ...]) -> Drill | None:
    """Return the first drill that an author names instead of another, unless it hurt too."""
    names = (name for name in (drill.instead or {}).values() if name in library.drill_files and name not in painful)
    return next((value for name in names if (value := library.drill(name).value)), None)
