"""`leanbreath show`: a routine, a drill, a plan, a check or a lesson in plain words."""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import get_args

import click

from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.authoring import resolve
from leanbreath.presentation.describe import (
    assessment_lines,
    lesson,
    paragraphs,
    plan_lines,
    read_more,
    section,
    source_lines,
)
from leanbreath.presentation.report import as_shown
from leanbreath.routine.assessment import Assessment
from leanbreath.routine.lesson import Lesson
from leanbreath.routine.library import Library
from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.plan import Plan
from leanbreath.routine.problems import InvalidRequest, suggestion
from leanbreath.routine.sources import bundled_sources
from leanbreath.routine.vocabulary import Caution, Evidence
from leanbreath.score.compose import compose
from leanbreath.score.dose import dose_text
from leanbreath.score.phrases import ENGLISH
from leanbreath.score.score import Score
from leanbreath.score.time_format import format_time
from leanbreath.userdata.library import load_library

Shown = Drill | Routine | Plan | Assessment | Lesson

EVIDENCE: dict[Evidence, str] = {
    "A": "a systematic review or meta-analysis",
    "B": "a single controlled or biomechanics study",
    "C": "clinical or coaching practice, plausible, not tested for this purpose",
    "D": "tradition or anecdote",
}


@click.command()
@click.argument("name", metavar="NAME|FILE")
@click.option("--json", "as_json", is_flag=True, help="Print it as data.")
def show(name: str, as_json: bool) -> None:
    """Show a routine, a drill with its set-up, mistakes, cautions and sources, a plan, a check or a lesson."""
    found = load_library()
    thing = _thing(found, name)
    if as_json:
        data = thing._asdict() if isinstance(thing, Lesson) else asdict(thing)
        click.echo(json.dumps(data, indent=2, default=str))
        return
    print_page(found, name)


def print_page(found: Library, name: str) -> None:
    """Print the page of something by its name."""
    for line in _lines(found, _thing(found, name)):
        click.echo(as_shown(line, sys.stdout))


def _thing(found: Library, name: str) -> Shown:
    """Return what a name or a file means; raise `Problems` where it has mistakes."""
    if resolve.is_file(name):
        path = resolve.path_of(found, name, "routine", *resolve.SHOWN)
        kind, id = resolve.kind_of_file(path), path.stem
    else:
        kind, id = next((each for each in (*resolve.SHOWN, "routine") if name in found.files_of(each)), ""), name
    match kind:
        case "drill":
            return resolve.whole(found.drill(id))
        case "plan":
            return resolve.whole(found.plan_at(found.plan_files[id]))
        case "assessment":
            return resolve.whole(found.assessment_at(found.assessment_files[id]))
        case "lesson":
            return lesson(found.lesson_files[name])
        case "routine":
            return resolve.routine(found, name)
    if name in found.pose_files:
        raise InvalidRequest(f'"{name}" is a pose; {resolve.fix("pose", name)}')
    known = {id for each in (*resolve.SHOWN, "routine") for id in found.files_of(each)}
    raise InvalidRequest(f'there is no routine, drill, plan, assessment or lesson "{name}"; {suggestion(name, known)}')


def _lines(found: Library, thing: Shown) -> Iterable[str]:
    match thing:
        case Drill():
            return drill_lines(found, thing)
        case Plan():
            return plan_lines(found, thing)
        case Assessment():
            return assessment_lines(thing)
        case Lesson():
            return paragraphs(thing.text) if sys.stdout.isatty() else thing.text.splitlines()
    return routine_lines(thing, compose(thing))


def drill_lines(library: Library, drill: Drill) -> Iterator[str]:
    """Yield what a runner should know about a drill."""
    yield f"{drill.title} ({drill.drill})"
    if drill.work:
        sides = {"each": ", each side", "alternate": ", sides in turn", "none": ""}.get(
            drill.sides, f", {drill.sides} side"
        )
        yield f"  {dose_text(drill.work, ENGLISH, drill.sets)}{sides} · {drill.work.text()} · {drill.position}"
    if drill.why:
        yield f"  {drill.why}"
    yield from section("Set-up", drill.setup)
    yield from section("Cues", tuple(cue.say for cue in drill.cues))
    yield from section("Mistakes", drill.mistakes)
    yield from section("Take care", tuple(_cautions(drill.cautions)))
    yield from section("Instead", tuple(f"{caution}: {other}" for caution, other in (drill.instead or {}).items()))
    if drill.evidence:
        yield f"Evidence {drill.evidence}: {EVIDENCE[drill.evidence]}"
    yield from section("Sources", tuple(source_lines(drill.sources)))
    yield from section(
        "Read more", tuple(f"leanbreath show {each.id}: {each.title}" for each in read_more(library, drill))
    )


def routine_lines(routine: Routine, score: Score) -> Iterator[str]:
    """Yield a routine: what it is, what it needs, its steps with their times, and what its drills rest on."""
    yield f"{routine.title} ({routine.id}) · {format_time(score.total)} · {routine.kind}"
    if routine.about:
        yield f"  {routine.about}"
    needs = sorted({need for drill in routine.drills() for need in drill.needs})
    yield f"  Needs: {', '.join(needs) or 'nothing'}"
    for index, passage in enumerate(score.passages):
        if passage.kind in ("work", "move", "wait") or (passage.kind == "rest" and passage.say):
            dose = f" · {dose_text(passage.work, ENGLISH)}" if passage.work else ""
            time = format_time(score.passage_span(index)[0])
            yield f"  {time:>6}  {passage.step:<5} {ENGLISH.what(passage.title, passage.side)}{dose}"
    drills = tuple(routine.drills())
    cautions = {caution for drill in drills for caution in drill.cautions}
    yield from section("Take care", tuple(_cautions(each for each in get_args(Caution) if each in cautions)))
    cited = {id for drill in drills for id in drill.sources}
    yield from section("Sources", tuple(source_lines(tuple(id for id in bundled_sources() if id in cited))))


def _cautions(ids: Iterable[Caution]) -> Iterator[str]:
    texts = bundled_rules().cautions
    yield from (f"{id}: {texts[id].text}" for id in ids)
