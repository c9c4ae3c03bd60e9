"""The bundled training material for tests of the coach, read once."""

from functools import cache

from leanbreath.coach.material import Material
from leanbreath.coach_loader import read_material
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.userdata.settings import Settings


@cache
def bundled_material() -> Material:
    """Return the bundled training material, without anybody's settings."""
    return read_material(Library((bundled_folder("drills"),)), Settings(), {})[0]
