"""The figures of drills, read from a library."""

from collections.abc import Mapping

from leanbreath.figure.shot_selection import DrillFigure
from leanbreath.presentation.drill_figure import drill_figures
from leanbreath.routine.drill_lookup import poses_of, with_alternatives
from leanbreath.routine.library import Library
from leanbreath.routine.model import Drill


def load_figures(library: Library, drills: Mapping[str, Drill]) -> dict[str, DrillFigure]:
    """Return the figures of drills by name, and of all that can replace them; poses with mistakes are left out."""
    each = with_alternatives(library, drills)
    return drill_figures(each, poses_of(library, each.values()))
