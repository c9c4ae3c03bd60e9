"""Random routines with everything that matters when they are fitted to a length."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from hypothesis import strategies as st

from leanbreath.routine.model import DrillStep, Group, Repeat, Routine, Step
from leanbreath.routine.vocabulary import SessionType
from tests import strategies

POSITIONS = ("supine", "side-lying", "prone", "quadruped", "half-kneel", "seated", "standing", "wall-lean", "jog", None)
GOALS = ("release", "mobility-static", "mobility-dynamic", "lean-skill", "raise", "rest")
NEEDS = ((), ("wall",), ("mat", "chair"))
MUSCLES = ((), ("gastrocnemius",), ("hip-flexor", "soleus"))

kinds: st.SearchStrategy[SessionType] = st.sampled_from(("any", "any", "pre-run", "daily"))


@st.composite
def routines(draw: st.DrawFn) -> Routine:
    """Draw a routine of a kind, with steps that may be left out, and doses that may shrink and grow."""
    routine = draw(strategies.routines())
    drills: dict[str, dict[str, object]] = {}

    def dressed(step: DrillStep) -> DrillStep:
        about = drills.setdefault(step.drill.title, draw(drill_features()))
        work, bounds = step.work, draw(st.tuples(st.integers(0, 2), st.integers(0, 2)))
        doses = () if work.is_open else work.doses(work.seconds / 4, work.seconds * 2)
        own = doses.index(work) if work in doses else 0
        least = doses[max(own - bounds[0], 0)] if doses and draw(st.booleans()) else None
        most = doses[min(own + bounds[1], len(doses) - 1)] if doses and draw(st.booleans()) else None
        optional, priority = draw(st.booleans()), draw(st.none() | st.integers(1, 3))
        drill = replace(step.drill, **about)
        return replace(step, drill=drill, least=least, most=most, optional=optional, priority=priority)

    return replace(routine, kind=draw(kinds), steps=tuple(_changed(step, dressed) for step in routine.steps))


@st.composite
def drill_features(draw: st.DrawFn) -> dict[str, object]:
    """Draw what the rules ask of a drill; the same id means the same drill."""
    return {
        "drill": draw(st.sampled_from((None, "one", "other"))),
        "position": draw(st.sampled_from(POSITIONS)),
        "goal": draw(st.sampled_from(GOALS)),
        "stretch": draw(st.sampled_from(("none", "static", "dynamic"))),
        "needs": draw(st.sampled_from(NEEDS)),
        "targets": draw(st.sampled_from(MUSCLES)),
    }


def _changed(step: Step, change: Callable[[DrillStep], DrillStep]) -> Step:
    if isinstance(step, DrillStep):
        return change(step)
    if isinstance(step, Group):
        return step._replace(steps=tuple(_changed(each, change) for each in step.steps))
    return step


def every_interval(routine: Routine) -> bool:
    """Return whether a routine has rounds that start at equal intervals."""
    return any(isinstance(step, Repeat) and step.every for step in _groups(routine.steps))


def _groups(steps: tuple[Step, ...]) -> list[Step]:
    groups = [step for step in steps if isinstance(step, Group)]
    return [*groups, *(inner for step in groups for inner in _groups(step.steps))]


wishes = st.fractions(Fraction(1), Fraction(600), max_denominator=3)
