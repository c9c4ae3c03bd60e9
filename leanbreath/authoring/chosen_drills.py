"""The drills that a user does in the place of others, whenever a routine holds these."""

from leanbreath.routine.library import Library
from leanbreath.routine.model import Drill
from leanbreath.routine.problems import suggestion
from leanbreath.userdata.paths import settings_file


def choices(found: Library) -> tuple[dict[str, Drill], tuple[str, ...]]:
    """Return those drills by the ids of what they replace, and what is wrong with the user's choice."""
    if not settings_file().exists():
        return {}, ()
    from leanbreath.userdata.settings_file import load_settings_or_defaults  # here, since many have no settings

    chosen, wrong = {}, []
    for old, new in load_settings_or_defaults()[0].instead.items():
        unknown = next((name for name in (old, new) if name not in found.drill_files), None)
        if unknown:
            wrong.append(f'{settings_file()}: there is no drill "{unknown}"; {suggestion(unknown, found.drill_files)}')
        elif drill := found.drill(new).value:
            chosen[old] = drill
    return chosen, tuple(wrong)
