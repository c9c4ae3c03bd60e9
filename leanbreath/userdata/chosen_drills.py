"""The drills that the user always does instead of others, by the `instead` setting."""

from typing import NamedTuple

from leanbreath.routine.library import Library
from leanbreath.routine.model import Drill
from leanbreath.routine.name_suggestions import suggestion
from leanbreath.userdata.paths import settings_file
from leanbreath.userdata.settings_file import load_settings_or_defaults


class ChosenDrills(NamedTuple):
    """The drills by the ids of those they replace, and what is wrong with the setting."""

    drills: dict[str, Drill]
    errors: tuple[str, ...] = ()


def chosen_drills(library: Library) -> ChosenDrills:
    """Return the user's choice of drills."""
    if not settings_file().exists():
        return ChosenDrills({})
    drills: dict[str, Drill] = {}
    errors: list[str] = []
    for old, new in load_settings_or_defaults()[0].instead.items():
        unknown = next((id for id in (old, new) if id not in library.drill_files), None)
        if unknown:
            errors.append(f'{settings_file()}: no drill "{unknown}"; {suggestion(unknown, library.drill_files)}')
        elif drill := library.drill(new).value:
            drills[old] = drill
    return ChosenDrills(drills, tuple(errors))
