"""Leaves drills that hurt out of a routine, with something else in their place if their author names it."""

from collections.abc import Iterable

from leanbreath.coach.material import Material
from leanbreath.diary.drills_out import DrillOut
from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.substitution import with_substitutions, without_drills

RAISES = ("easy-walk", "march", "jog")
"""Drills that raise the pulse, the gentlest first: no warm-up goes without one."""


def leave_out(routine: Routine, out: Iterable[DrillOut], material: Material) -> tuple[Routine, tuple[str, ...]]:
    """Return a routine without drills that stay out, and a sentence for each; none comes twice in its place."""
    names = {each.drill: each for each in out}
    notes: list[str] = []
    for drill in tuple(routine.drills()):
        if hurts := names.get(drill.drill or ""):
            present = {each.drill for each in routine.drills()}
            other = _alternative(drill, present | names.keys(), material)
            routine = (
                with_substitutions(routine, {hurts.drill: other}) if other else without_drills(routine, [hurts.drill])
            )
            notes.append(
                f"{other.title} instead of {hurts.title}: it hurt." if other else f"No {hurts.title}: it hurt."
            )
    return routine, tuple(notes)


def _alternative(drill: Drill, taken: Iterable[str | None], material: Material) -> Drill | None:
    """Return the first drill that an author names instead of another, and that isn't taken."""
    for name in (*(drill.instead or {}).values(), *(RAISES if drill.goal == "raise" else ())):
        other = material.suited_drill(name)
        if other and other.work is not None and other.drill not in taken:
            return other
    return None
