"""The training material that comes with the program, and rows of a check-up."""

from datetime import timedelta

from leanbreath.diary.events import AssessmentRow
from leanbreath.diary.moment import Moment
from leanbreath.routine.library import Library, bundled_folder
from tests.coach.material import bundled_material
from tests.diary.making import utc

LIBRARY = Library((bundled_folder("drills"),))
MATERIAL = bundled_material()

WORKED_EXAMPLE = """
knee-to-wall-cm=7/9.5 straight-knee-calf-deg=26/26 bed-edge-thigh-deg=2/6 sit-hours=9 breath-hand=low-lying-only
grip-release=yes breath-rate=12 first-step-lean=seat-back wall-lean-line=ten-degrees video-trunk-deg=7 occiput-wall-cm=1
eyes-level-lean=yes seated-rotation-deg=45/50 bridge-hold-s=20/25 told-to-tighten=no tires-in-lean=no hands-low=no
"""
"""The results of the worked example in section 4.2 of the fact sheet; what it doesn't name passes."""


def row(text: str, at: Moment | None = None, checkup: str | None = None) -> AssessmentRow:
    """Return the row of a result such as `knee-to-wall-cm=7/9.5` or `grip-release=yes`."""
    name, result = text.split("=")
    at = at or utc(4)
    try:
        values = tuple(map(float, result.split("/")))
    except ValueError:
        return AssessmentRow(f"{name} {at.at}", at, name, answer=result, checkup=checkup)
    return AssessmentRow(f"{name} {at.at}", at, name, values, checkup=checkup)


def rows(text: str, at: Moment | None = None, checkup: str | None = None) -> tuple[AssessmentRow, ...]:
    """Return the rows of results between spaces, a second apart."""
    at = at or utc(4)
    moments = (Moment(at.at + timedelta(seconds=index), at.day) for index, _ in enumerate(text.split()))
    return tuple(row(each, moment, checkup) for each, moment in zip(text.split(), moments, strict=True))
