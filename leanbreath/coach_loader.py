"""Loads what the coach decides from: the diary, and the training material with the user's own files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.coach.material import Material
from leanbreath.diary.connection import DiaryError
from leanbreath.diary.events import DiaryContent, SessionRow
from leanbreath.diary.moment import Moment, moment
from leanbreath.diary.recovery import check_diary
from leanbreath.diary.store import Diary
from leanbreath.routine.library import Library
from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.problems import Problem
from leanbreath.routine.reader import ReadResult, UnresolvedName
from leanbreath.routine.substitution import with_substitutions
from leanbreath.userdata.chosen_drills import chosen_drills
from leanbreath.userdata.paths import diary_file
from leanbreath.userdata.settings import Settings
from leanbreath.userdata.settings_file import load_settings_or_defaults

if TYPE_CHECKING:
    from leanbreath.coach.plan_state import PlanState

T = TypeVar("T")

LATELY = timedelta(days=60)
"""Without a plan, what is older decides nothing."""


@dataclass(frozen=True)
class CoachData:
    """Everything the coach decides from; `warnings` say what is missing from it, and why."""

    content: DiaryContent
    material: Material
    now: Moment
    warnings: tuple[str, ...]


def load_coach(library: Library, now: Moment | None = None) -> CoachData:
    """Return what the coach decides from, at a moment or now; what can't be read is missing, with a warning."""
    settings, _ = load_settings_or_defaults()
    now = now or moment(datetime.now().astimezone(), settings.day_starts)
    material, problems = read_material(library, settings, chosen_drills(library).drills)
    content, warnings = _checked_content(now)
    return CoachData(content, material, now, (*warnings, *map(str, problems)))


def plan_with(library: Library, session: SessionRow, now: Moment) -> "PlanState | None":
    """Return where the runner stands in a plan with a session that may not be in the diary yet; None without a plan."""
    try:
        content = read_content(now)
    except DiaryError:
        return None
    if not content.plan_events:
        return None
    from leanbreath.coach.replay import plan_state  # here, since without a plan there is nothing to replay

    settings, _ = load_settings_or_defaults()
    material, _ = read_material(library, settings, chosen_drills(library).drills)
    return plan_state(content.with_session(session), material, now)


def read_content(now: Moment) -> DiaryContent:
    """Return what the coach needs of the diary: the sessions since a plan was first started, else of the last weeks.

    Raise `DiaryError`.
    """
    diary = Diary(diary_file())
    content = diary.read(now.day - LATELY)
    starts = [each.at.day for each in content.plan_events if each.action == "start"]
    if starts and min(starts) < now.day - LATELY:
        return diary.read(min(starts))
    return content if content.sessions else diary.read()


def _checked_content(now: Moment) -> tuple[DiaryContent, tuple[str, ...]]:
    """Return what is in the diary, after a damaged one was set aside, and what is wrong with it."""
    damage = check_diary(diary_file(), now.at)
    try:
        content = read_content(now)
    except DiaryError as error:
        return DiaryContent(bad_rows=1), (*damage, str(error))  # so that nobody takes it for an empty one
    return content, (*damage, *content.warnings)


def read_material(
    library: Library, settings: Settings, chosen: Mapping[str, Drill]
) -> tuple[Material, tuple[Problem, ...]]:
    """Return the training material with the user's `chosen` drills, and the problems of files missing from it."""
    plans, plan_problems = _valid(library.plan_files, library.plan_at)
    assessments, assessment_problems = _valid(library.assessment_files, library.assessment_at)
    limiters = library.limiters().value
    assert limiters is not None, "the table of limiters is ours"

    @cache
    def routine(id: str) -> Routine:
        return with_substitutions(_value(library.routine, id), chosen)

    def drill(id: str) -> Drill:
        return _value(library.drill, id)

    rules = bundled_rules().with_overrides(settings.rules)
    problems = (*plan_problems, *assessment_problems)
    return Material(plans, routine, drill, assessments, limiters, rules, chosen), problems


def _valid(files: dict[str, Path], read: Callable[[Path], ReadResult[T]]) -> tuple[dict[str, T], tuple[Problem, ...]]:
    """Return what is in files without a mistake, by its id, and the problems of the others."""
    readings = {id: read(path) for id, path in files.items()}
    values = {id: reading.value for id, reading in readings.items() if reading.value is not None}
    usable = {id: value for id, value in values.items() if not readings[id].problems}
    return usable, tuple(problem for reading in readings.values() for problem in reading.problems)


def _value(read: Callable[[str], ReadResult[T]], id: str) -> T:
    """Return what has an id; raise `KeyError` if there is nothing that can be used."""
    try:
        reading = read(id)
    except UnresolvedName as unknown:
        raise KeyError(id) from unknown
    if reading.value is None or reading.problems:
        raise KeyError(id)
    return reading.value
