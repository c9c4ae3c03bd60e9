"""The page of anything that can be shown, with what it needs from other files."""

from collections.abc import Iterable, Iterator

from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.authoring.catalogue import list_drills
from leanbreath.authoring.resolve import (
    WITH_PAGE,
    Resolved,
    command_for,
    file_of_kind,
    is_file,
    kind_of_file,
    resolve_routine,
    valid,
)
from leanbreath.coach.offered_lengths import offered_minutes
from leanbreath.presentation.assessment_page import assessment_lines
from leanbreath.presentation.drill_figure import drill_figure
from leanbreath.presentation.drill_page import DrillPage, drill_lines
from leanbreath.presentation.lesson_page import in_reading_order, lesson_page, with_commands
from leanbreath.presentation.plan_page import plan_lines
from leanbreath.presentation.routine_page import routine_lines
from leanbreath.routine.assessment import Assessment, Limiters
from leanbreath.routine.drill_lookup import drills_by_id, poses_of
from leanbreath.routine.lesson import Lesson
from leanbreath.routine.library import Library
from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.name_suggestions import suggestion
from leanbreath.routine.plan import Plan
from leanbreath.routine.problems import InvalidRequest
from leanbreath.routine.sources import bundled_sources
from leanbreath.score.compose import compose
from leanbreath.userdata.settings_file import load_settings_or_defaults

Shown = Drill | Routine | Plan | Assessment | Lesson
"""What has a page."""


def resolve_shown(library: Library, name: str) -> Resolved[Shown]:
    """Return anything that has a page, by its id or file; raise `Problems` if it has mistakes."""
    kind, id = _kind_and_id(library, name)
    match kind:
        case "routine":
            return Resolved(*resolve_routine(library, name))
        case "drill":
            return Resolved(valid(library.drill(id)))
        case "plan":
            return Resolved(valid(library.plan_at(library.plan_files[id])))
        case "assessment":
            return Resolved(valid(library.assessment_at(library.assessment_files[id])))
        case "lesson":
            return Resolved(lesson(library, id))
    if name in library.pose_files:
        raise InvalidRequest(f'"{name}" is a pose; {command_for("pose", name)}')
    known = {id for each in WITH_PAGE for id in library.files_of(each)}
    raise InvalidRequest(f'no routine, drill, plan, assessment or lesson "{name}"; {suggestion(name, known)}')


def _kind_and_id(library: Library, name: str) -> tuple[str, str]:
    """Return the kind and the id of something that has a page; no kind if nothing has that id."""
    if is_file(name):
        path = file_of_kind(library, name, *WITH_PAGE)
        return kind_of_file(path), path.stem
    return next((kind for kind in WITH_PAGE if name in library.files_of(kind)), ""), name


def page_lines(library: Library, shown: Shown) -> Iterable[str]:
    """Return the page of a routine, a drill, a plan, an assessment or a lesson."""
    match shown:
        case Routine():
            rules = bundled_rules().with_overrides(load_settings_or_defaults()[0].rules)
            return routine_lines(
                shown, compose(shown), offered_minutes(shown, rules), bundled_sources(), bundled_rules().cautions
            )
        case Drill():
            titles = _titles_to_show(library, (shown.instead or {}).values())
            return drill_lines(
                shown, titles, bundled_sources(), bundled_rules().cautions, lessons_about(library, shown)
            )
        case Plan():
            lean = (id for week in shown.weeks for id in week.lean or {})
            return plan_lines(shown, drills_by_id(library, lean))
        case Assessment():
            return assessment_lines(shown, bundled_sources(), _limiters(library))
    return with_commands(shown.text).splitlines()


def _titles_to_show(library: Library, ids: Iterable[str]) -> dict[str, str]:
    """Return the title of each drill by its id, with the id, by which it can be shown."""
    return {id: f"{each.title} ({id})" for id, each in drills_by_id(library, ids).items()}


def drill_page(library: Library, id: str) -> DrillPage:
    """Return the page of a drill with its figure; it names other drills by their titles."""
    drill = library.drill(id).value
    if drill is None:
        return DrillPage((f"{id} can't be read any more",), None)
    lessons = lessons_about(library, drill)
    lines = drill_lines(drill, drill_titles(library), bundled_sources(), bundled_rules().cautions, lessons)
    figure = drill_figure(drill, poses_of(library, (drill,)))
    return DrillPage(tuple(lines), figure, tuple(lesson.id for lesson in lessons))


def drill_titles(library: Library) -> dict[str, str]:
    """Return the title of each drill by its id, in alphabetical order of the titles."""
    return {row.id: row.title for row in sorted(list_drills(library).rows, key=lambda row: row.title)}


def lesson(library: Library, id: str) -> Lesson:
    """Return a lesson by its id; raise `Problems` if its file has any."""
    return lesson_page(id, valid(library.lesson_at(library.lesson_files[id])), bundled_sources())


def lessons(library: Library) -> tuple[Lesson, ...]:
    """Return all lessons that can be read, in the order to read them."""
    return tuple(_readable_lessons(library, in_reading_order(library.lesson_files)))


def lessons_about(library: Library, drill: Drill) -> tuple[Lesson, ...]:
    """Return the lessons about the limiters that a drill helps with."""
    ids = dict.fromkeys(_limiters(library).limiters[each].lesson for each in drill.helps)
    return tuple(_readable_lessons(library, ids))


def _limiters(library: Library) -> Limiters:
    limiters = library.limiters().value
    assert limiters is not None
    return limiters


def _readable_lessons(library: Library, ids: Iterable[str]) -> Iterator[Lesson]:
    for id in ids:
        if (text := library.lesson_at(library.lesson_files[id]).value) is not None:
            yield lesson_page(id, text, bundled_sources())
