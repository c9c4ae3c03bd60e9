"""`leanbreath show`: a routine or a drill in plain words."""

import json
from collections.abc import Iterator
from dataclasses import asdict

import click

from leanbreath.advice.rulebook import rulebook
from leanbreath.cli import finding
from leanbreath.cli.faults import Mistake
from leanbreath.cli.folders import library
from leanbreath.cli.report import escaped
from leanbreath.routine.library import Library
from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.problems import Problems, choice
from leanbreath.routine.sources import sources
from leanbreath.routine.vocabulary import Evidence
from leanbreath.score.compose import compose
from leanbreath.score.phrases import ENGLISH
from leanbreath.score.score import Score
from leanbreath.score.sheet import clock

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
    """Show a routine, or a drill with its set-up, cues, mistakes, cautions and sources."""
    found = library()
    thing = _drill(found, name) if name in found.drill_files else _routine(found, name)
    if as_json:
        click.echo(json.dumps(asdict(thing), indent=2, default=str))
        return
    lines = drill_lines(thing) if isinstance(thing, Drill) else routine_lines(thing, compose(thing))
    for line in lines:
        click.echo(escaped(line))


def _drill(found: Library, name: str) -> Drill:
    reading = found.drill(name)
    if reading.value is None or reading.problems:
        raise Problems(reading.problems)
    return reading.value


def _routine(found: Library, name: str) -> Routine:
    known = {*found.routine_files, *found.drill_files}
    if name not in known and not name.endswith((".yaml", ".yml")) and "/" not in name:
        raise Mistake(f'there is no routine or drill "{name}"; {choice(name, known)}')
    return finding.routine(found, name)


def drill_lines(drill: Drill) -> Iterator[str]:
    """Yield what a runner should know about a drill."""
    yield f"{drill.title} ({drill.drill})"
    if drill.work:
        sides = {"each": ", each side", "alternate": ", sides in turn", "none": ""}.get(
            drill.sides, f", {drill.sides} side"
        )
        yield f"  {ENGLISH.dose(drill.work, drill.sets)}{sides} · {drill.work.text()} · {drill.position}"
    if drill.why:
        yield f"  {drill.why}"
    yield from _section("Set-up", drill.setup)
    yield from _section("Cues", tuple(cue.say for cue in drill.cues))
    yield from _section("Mistakes", drill.mistakes)
    texts = rulebook().cautions
    yield from _section("Take care", tuple(f"{caution}: {texts[caution].text}" for caution in drill.cautions))
    yield from _section("Instead", tuple(f"{caution}: {other}" for caution, other in (drill.instead or {}).items()))
    if drill.evidence:
        yield f"Evidence {drill.evidence}: {EVIDENCE[drill.evidence]}"
    known = sources()
    yield from _section("Sources", tuple(f"{id}: {known[id].title}" for id in drill.sources if id in known))


def _section(title: str, lines: tuple[str, ...]) -> Iterator[str]:
    if lines:
        yield title
        yield from (f"  - {line}" for line in lines)


def routine_lines(routine: Routine, score: Score) -> Iterator[str]:
    """Yield a routine: what it is, what it needs, and its steps with their times."""
    yield f"{routine.title} ({routine.id}) · {clock(score.total)} · {routine.kind}"
    if routine.about:
        yield f"  {routine.about}"
    needs = sorted({need for drill in routine.drills() for need in drill.needs})
    yield f"  Needs: {', '.join(needs) or 'nothing'}"
    for index, passage in enumerate(score.passages):
        if passage.kind in ("work", "move", "wait") or (passage.kind == "rest" and passage.say):
            dose = f" · {ENGLISH.dose(passage.work)}" if passage.work else ""
            time = clock(score.passage_span(index)[0])
            yield f"  {time:>6}  {passage.step:<5} {ENGLISH.what(passage.title, passage.side)}{dose}"
