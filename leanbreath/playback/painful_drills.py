"""Drills that hurt: what replaces them, and a score without them."""

from collections.abc import Callable
from itertools import chain

from leanbreath.routine.library import Library
from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.problems import InvalidRequest
from leanbreath.score.passage import Passage
from leanbreath.score.score import Score
from leanbreath.score.substitution import without_drill
from leanbreath.score.unroll import unroll
from leanbreath.score.work_key import drill_name

READING_PAUSE_SECONDS = 0.03
"""Between two files: each takes a few milliseconds, and a whole library at once would hold up the first frame."""


def has_drill(score: Score, drill: str) -> bool:
    """Return whether a drill is done in a score, by its name."""
    return any(each.kind == "work" and drill_name(each) == drill for each in score.passages)


def without_painful(
    library: Library, routine: Routine, score: Score, painful: tuple[str, ...], out: tuple[str, ...]
) -> Score:
    """Return a score without the drills that stay `out`; each is replaced, by nothing `painful`, or else left out."""
    for drill in out:
        if has_drill(score, drill):
            score = without_drill(score, drill, find_substitute(library, routine, drill, painful))
    if not any(passage.kind == "work" for passage in score.passages):
        raise InvalidRequest("every drill in this routine hurt lately; rest, or choose another routine")
    return score


def find_substitute(
    library: Library, routine: Routine, drill: str, painful: tuple[str, ...] = ()
) -> tuple[Passage, ...]:
    """Return the passages that replace a drill, by its name, before a session; nothing if no substitute is named.

    No drill that hurt today replaces it.
    """
    hurts = _drill(library, routine, drill)
    return _passages(_first_alternative(library, hurts, painful) if hurts else None)


def find_easier(library: Library, routine: Routine, drill: str, painful: tuple[str, ...] = ()) -> tuple[Passage, ...]:
    """Return the passages of something easier in the same position as a drill, by its name, or nothing."""
    from leanbreath.advice.easier_drill import easier_drill

    hurts = _drill(library, routine, drill)
    if hurts is None:
        return ()
    named = (library.drill(name).value for name in (hurts.instead or {}).values() if name in library.drill_files)
    others = (library.drill(name).value for name in sorted(library.drill_files))
    candidates = (each for each in chain(named, others) if each and each.drill not in painful)
    return _passages(easier_drill(hurts, candidates))


def read_substitutes(library: Library, pause: Callable[[float], None]) -> None:
    """Read every drill that may replace another, so that none is read once one hurts, with pauses for the sound."""
    import leanbreath.advice.easier_drill
    import leanbreath.advice.single_drill  # noqa: F401 - here, so that it is there when it is needed

    for name in library.drill_files:
        library.drill(name)
        pause(READING_PAUSE_SECONDS)


def _drill(library: Library, routine: Routine, name: str) -> Drill | None:
    return routine.named_drills().get(name) or (library.drill(name).value if name in library.drill_files else None)


def _passages(drill: Drill | None) -> tuple[Passage, ...]:
    """Return the passages of a drill alone, with its own dose."""
    if drill is None:
        return ()
    from leanbreath.advice.single_drill import single_drill_routine  # here, since seldom a drill hurts

    passages = unroll(single_drill_routine(drill), "left")
    return tuple(passage for passage in passages if drill_name(passage) == drill.drill)


def _first_alternative(library: Library, drill: Drill, painful: tuple[str, ...]) -> Drill | None:
    """Return the first drill that an author names instead of another, unless it hurt too."""
    names = (name for name in (drill.instead or {}).values() if name in library.drill_files and name not in painful)
    return next((value for name in names if (value := library.drill(name).value)), None)
