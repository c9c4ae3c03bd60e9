"""Plans, checks and lessons in plain words."""

import re
from collections.abc import Iterator
from pathlib import Path

from leanbreath.routine.assessment import Assessment, Grade
from leanbreath.routine.lesson import Lesson
from leanbreath.routine.library import Library
from leanbreath.routine.model import Drill
from leanbreath.routine.notation import length_text
from leanbreath.routine.plan import Before, Plan, Week
from leanbreath.routine.sources import bundled_sources

READING_ORDER = (
    "why-cant-i-lean-forward",
    "safety",
    "lower-belly-and-breath",
    "calves",
    "hip-flexors",
    "head-and-eyes",
    "how-much-lean",
    "what-the-evidence-says",
)

CITED = re.compile(r"\bS\d\d\d?b?\b")

PLAIN = re.compile(r"\n *(?![ #|>*-]|[0-9]+\.)")
"""The end of a line after which its paragraph goes on."""

SIDES = {"each": "Left and right; the worse side counts.", "none": ""}
ONLY = {"trend": "Compare it with yourself alone; it has no say.", "info": "For your information; it has no say."}


def lessons(library: Library) -> tuple[Lesson, ...]:
    """Return the lessons, the first to read first."""
    first = [id for id in READING_ORDER if id in library.lesson_files]
    ids = (*first, *(id for id in library.lesson_files if id not in first))
    return tuple(lesson(library.lesson_files[id]) for id in ids)


def read_more(library: Library, drill: Drill) -> tuple[Lesson, ...]:
    """Return the lessons about what a drill helps."""
    limiters = library.limiters().value
    assert limiters is not None
    ids = dict.fromkeys(limiters.limiters[each].lesson for each in drill.helps)
    return tuple(lesson(library.lesson_files[id]) for id in ids)


def lesson(path: Path) -> Lesson:
    """Return the lesson in a file."""
    text = path.read_text("utf-8")
    listed = "\n".join(f"- {line}" for line in source_lines(cited(text)))
    below = f"\n## Sources\n\n{listed}\n" if listed else ""
    return Lesson(path.stem, text.partition("\n")[0].lstrip("# "), text + below)


def paragraphs(text: str) -> Iterator[str]:
    """Yield each paragraph, heading and item of a list in Markdown as one line."""
    for block in text.split("\n\n"):
        yield from PLAIN.sub(" ", block).splitlines() or [""]
        yield ""


def cited(text: str) -> tuple[str, ...]:
    """Return the ids of the sources that a text names, each once, in order."""
    return tuple(sorted(set(CITED.findall(text)) & set(bundled_sources())))


def source_lines(ids: tuple[str, ...]) -> Iterator[str]:
    """Yield sources by their ids: what they are, and what to know about how they were read."""
    known = bundled_sources()
    for id in ids:
        if source := known.get(id):
            second = "; read second-hand" if source.mark == "second-hand" else ""
            yield f"{id}: {source.title}{second}"


def section(title: str, lines: tuple[str, ...]) -> Iterator[str]:
    """Yield lines below a title; nothing where there are none."""
    if lines:
        yield title
        yield from (f"  - {line}" for line in lines)


def plan_lines(library: Library, plan: Plan) -> Iterator[str]:
    """Yield a plan: for whom it is, and what each week holds."""
    yield f"{plan.title} ({plan.plan}) · {_weeks(plan)}"
    if plan.about:
        yield f"  {plan.about}"
    if plan.before_runs:
        yield f"  Before every run: {_fitted(plan.before_runs)}"
    for number, week in enumerate(plan.weeks, 1):
        yield " · ".join((f"Week {number}: {week.phase}", *_doses(week)))
        yield from (f"  - {line}" for line in _held(library, week))
    yield BY_HAND


BY_HAND = "Lengths, doses and lean drills of a week are yours to set for now: no command does so yet."


def _weeks(plan: Plan) -> str:
    number = len(plan.weeks)
    weeks = f"{number} week{'' if number == 1 else 's'}"
    return f"{weeks}, again and again" if plan.repeats else weeks


def _doses(week: Week) -> Iterator[str]:
    if week.hold:
        yield f"hold {length_text(week.hold)}" + (f" x {week.sets}" if week.sets else "")
    if week.reps:
        yield f"{week.reps} reps"
    if week.breath:
        yield f"breathe {week.breath.text()}"


def _held(library: Library, week: Week) -> Iterator[str]:
    for sessions in week.sessions:
        fit = f", fitted to {length_text(sessions.fit)}" if sessions.fit else ""
        yield f"{sessions.times} x {sessions.routine}{fit}"
    for name, level in (week.lean or {}).items():
        drill = library.drill(name).value
        dose = drill.levels[level - 1] if drill and drill.levels else drill and drill.work
        yield f"lean: {name}" + (f", {dose.text()}" if dose else "")
    if week.before_runs:
        yield f"before a run: {_fitted(week.before_runs)}"
    if week.note:
        yield week.note


def _fitted(before: str | Before) -> str:
    if isinstance(before, str):
        return before
    return f"{before.routine}, fitted to {length_text(before.fit)}" if before.fit else before.routine


def assessment_lines(assessment: Assessment) -> Iterator[str]:
    """Yield a check: how it is done, how it is graded, and how far to trust it."""
    yield f"{assessment.title} ({assessment.assessment})"
    yield f"  {assessment.measures} {SIDES[assessment.sides]}".rstrip()
    if assessment.needs:
        yield f"  Needs: {', '.join(assessment.needs)}"
    yield from section("How", assessment.how)
    yield from section("Grades", tuple(_grades(assessment)))
    yield f"Thresholds ({assessment.status}): {assessment.thresholds}"
    yield f"Norm: {assessment.norm}"
    if assessment.real_change:
        yield f"A change counts from {assessment.real_change} {assessment.unit} on."
    yield from section("Sources", tuple(source_lines(assessment.sources)))


def _grades(assessment: Assessment) -> Iterator[str]:
    grades: tuple[Grade, ...] = ("pass", "borderline", "limited")
    for grade in grades:
        yield from (f"{grade}: {answer.say}" for answer in assessment.answers if answer.grade == grade)
    if assessment.pass_ and assessment.borderline:
        yield f"pass: {assessment.pass_.text(assessment.unit or '')}"
        yield f"borderline: {assessment.borderline.text(assessment.unit or '')}"
        yield "limited: anything else" + (
            f", or sides {assessment.sides_differ} apart" if assessment.sides_differ else ""
        )
    if assessment.only:
        yield ONLY[assessment.only]
