"""The muscles that some work trained."""

from collections.abc import Callable

from leanbreath.diary.events import WorkRow
from leanbreath.routine.model import Drill
from leanbreath.routine.vocabulary import Muscle, Stretch


def worked(row: WorkRow, drill: Callable[[str], Drill | None]) -> tuple[tuple[Muscle, ...], Stretch]:
    """Return the muscles that some work trained and how it stretched them.

    The diary keeps both as they were when it was done. Only work from before it did is looked up: `drill` returns a
    drill of the library by its id, None if there is none any more.
    """
    if row.stretch is not None:
        return row.muscles, row.stretch
    found = drill(row.drill) if row.drill else None
    return (found.targets, found.stretch) if found else ((), "none")
