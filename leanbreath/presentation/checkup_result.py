"""What a check-up found, as text: what to practise first, how the points add up, and what has changed."""

from collections.abc import Iterable, Iterator
from datetime import date

from leanbreath.coach.assessment_changes import AssessmentChange, Change, Progress, assessment_progress
from leanbreath.coach.assessments import grade
from leanbreath.coach.checkup_form import checkup_items
from leanbreath.coach.limiters import LimiterScore, Term, limiter_report, main_limiters, prescribed_drills
from leanbreath.coach.material import Material
from leanbreath.coach.number_entry import number_text
from leanbreath.coach.results import latest_results
from leanbreath.diary.events import AssessmentRow
from leanbreath.presentation.limiter_bars import bar_lines, limiter_bars
from leanbreath.presentation.plain_words import limiter_words, need_words
from leanbreath.presentation.result_text import SIDES, result_text
from leanbreath.presentation.terminal_text import counted
from leanbreath.routine.assessment import Assessment

HONEST = "This chooses where to practise first. It doesn't diagnose anything."
PASSING = "Nothing holds you back here: practise the lean itself, twice a week."
UNGRADED = "Nothing you measured has a grade: leanbreath checkup --short finds out where to start, in 5 minutes."
VERDICTS = {True: "a real change", False: "no clear change", None: "a trend"}
TREND = "A trend: no figure says how much of such a change is only measuring."


def intro_lines(material: Material) -> Iterator[str]:
    """Yield what a check-up is, before the first."""
    yield "What holds your lean back? Find out, and see where to practise first."
    yield "Before you start"
    yield "  - Do it fresh, before any drill: barefoot, or in the same shoes every time."
    yield f"  - Have ready: {', '.join(_needs(material))}."
    yield "  - Stop at any time. What you enter is kept, and you can continue within a week."
    yield f"  - Repeat it after {material.limiters.repeat_days} days, at the same time of day."
    yield f"  - {HONEST}"


def _needs(material: Material) -> Iterator[str]:
    """Yield what the short form needs."""
    assessments = (material.assessments.get(id) for id in checkup_items("short", material))
    needs = [need for each in assessments if each for need in each.needs]
    yield from map(need_words, dict.fromkeys(needs))
    yield from ("a tape measure", "a stick", "a phone that films")


def result_lines(rows: Iterable[AssessmentRow], material: Material, columns: int = 80) -> Iterator[str]:
    """Yield what was found: bars, what to do about the main limiters, and on a repeat what has changed."""
    rows = tuple(rows)
    report = limiter_report(rows, material)
    yield HONEST
    yield "What holds you back"
    yield from (f"  {line}" for line in bar_lines(limiter_bars(rows, material), columns - 2))
    yield from advice_lines(report, material)
    yield from change_lines(rows, material)


def advice_lines(report: tuple[LimiterScore, ...], material: Material) -> Iterator[str]:
    """Yield what to do about the main limiters."""
    main = main_limiters(report)
    is_graded = any(score.terms for score in report)
    yield "Where to start" if main else PASSING if is_graded else UNGRADED
    for score in main:
        drills = "; ".join(_drill_title(drill, material) for drill in score.first_choice)
        yield f"  - {_capital(limiter_words(score.limiter))}: {drills}."
    everyone = [drill for drill in prescribed_drills((), material.limiters) if drill not in _first(main)]
    if everyone:
        yield f"  - In any case: {'; '.join(_drill_title(drill, material) for drill in everyone)}."


def _first(scores: Iterable[LimiterScore]) -> set[str]:
    return {drill for score in scores for drill in score.first_choice}


def command_lines(rows: Iterable[AssessmentRow], material: Material) -> Iterator[str]:
    """Yield the commands that start and explain what to practise, and those for what a check-up leaves out."""
    main = main_limiters(limiter_report(rows, material))
    for score in main:
        yield f"  leanbreath run {score.routine}, leanbreath show {score.lesson}"
    yield from run_lines(material)


def run_lines(material: Material) -> Iterator[str]:
    """Yield the commands for what is measured on a run, which a check-up leaves out."""
    for id in material.limiters.apart:
        if id in material.assessments and material.assessments[id].measured_by:
            yield f"  On a run: leanbreath show {id}, leanbreath lean, then leanbreath checkup --from FILE"
        elif id in material.assessments:
            yield f"  On a run: leanbreath show {id}, then leanbreath checkup --set {id}=VALUE"


def arithmetic_lines(rows: Iterable[AssessmentRow], material: Material) -> Iterator[str]:
    """Yield how the points of each limiter add up from what was found, and what isn't graded."""
    rows = tuple(rows)
    for score in limiter_report(rows, material):
        if score.terms:
            yield f"{_capital(limiter_words(score.limiter))}: {counted(score.points, 'point')}"
            yield from (f"  - {_term_text(term, material)}" for term in score.terms)
    yield from _ungraded_lines(rows, material)


def _term_text(term: Term, material: Material) -> str:
    assessment = material.assessments.get(term.assessment)
    if assessment is None:
        said = material.limiters.reports[term.assessment].rstrip(".")
        return f'"{said}": {term.result} ({counted(term.points, "point")})'
    found = f"{assessment.title}: {result_text(assessment, term.result).rstrip('.')}"
    return f"{found} ({term.grade}, {counted(term.points, 'point')})"


def _ungraded_lines(rows: tuple[AssessmentRow, ...], material: Material) -> Iterator[str]:
    for id, found in latest_results(rows, material.assessments).items():
        assessment = material.assessments[id]
        if assessment.only:
            yield f"{assessment.title}: {result_text(assessment, found.result)}"
            yield f"  - {assessment.norm}"


def change_lines(rows: Iterable[AssessmentRow], material: Material) -> Iterator[str]:
    """Yield what has changed, per side, since the first check-up and since the last; nothing after the first."""
    progress = assessment_progress(rows, material)
    if not progress:
        return
    yield "What has changed"
    order = {id: number for number, id in enumerate(material.limiters.order)}
    for id, each in sorted(progress.items(), key=lambda item: order.get(item[0], len(order))):
        yield f"  {material.assessments[id].title}"
        yield from (f"    - {line}" for line in _since_lines(material.assessments[id], each))
    if any(change.is_real is None for each in progress.values() for change in each.since_last.sides):
        yield f"  {TREND}"


def _since_lines(assessment: Assessment, progress: Progress) -> Iterator[str]:
    first, last = progress
    if first.since != last.since:
        yield f"since the first, {_day(first.since.day)}: {change_text(assessment, first)}"
    yield f"since {_day(last.since.day)}: {change_text(assessment, last)}"


def change_text(assessment: Assessment, change: AssessmentChange) -> str:
    """Return a change in words: `left 7 → 9.5 cm, a real change; right 9 → 9 cm, no change`."""
    if not change.sides:
        before, now = (grade(assessment, result) for result in (change.before, change.now))
        return "the same answer" if change.before == change.now else f"{before} → {now}"
    labels = SIDES if len(change.sides) == 2 else ("",)
    return "; ".join(_side_text(label, each, assessment) for label, each in zip(labels, change.sides, strict=True))


def _side_text(label: str, change: Change, assessment: Assessment) -> str:
    values = f"{number_text(change.before)} → {number_text(change.now)} {assessment.unit}"
    verdict = VERDICTS[change.is_real] if change.difference else "no change"
    return f"{label} {values}, {verdict}".strip()


def _day(day: date) -> str:
    return f"{day.day} {day:%b}"


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _drill_title(id: str, material: Material) -> str:
    try:
        return material.drill(id).title
    except KeyError:
        return id
