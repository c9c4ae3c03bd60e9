"""A routine's page: what it is, what it needs, and its steps with their times."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, get_args

from leanbreath.presentation.fit_text import minutes_text
from leanbreath.presentation.page_parts import caution_lines, section, source_lines
from leanbreath.presentation.plain_words import need_words
from leanbreath.presentation.round_and_set import round_and_set
from leanbreath.routine.model import Routine
from leanbreath.routine.vocabulary import Caution
from leanbreath.score.dose import dose_text
from leanbreath.score.passage import Passage, Round
from leanbreath.score.phrases import ENGLISH
from leanbreath.score.score import Score
from leanbreath.score.time_format import format_time, format_total

if TYPE_CHECKING:
    from leanbreath.presentation.page_parts import CautionTexts, Sources


def routine_lines(
    routine: Routine, score: Score, minutes: Sequence[int], sources: "Sources", cautions: "CautionTexts"
) -> Iterator[str]:
    """Yield the page of a routine, which is offered in some whole minutes; cautions and sources are of its drills."""
    drills = tuple(routine.drills())
    needs = sorted({need_words(need) for drill in drills for need in drill.needs})
    yield f"{routine.title} ({routine.id}) · {format_total(score.total, score.is_estimate)} · {routine.kind}"
    if routine.about:
        yield f"  {routine.about}"
    yield f"  Needs: {', '.join(needs) or 'nothing'}"
    if text := minutes_text(minutes):
        yield f"  {text}"
    yield from _step_lines(score)
    carried = {caution for drill in drills for caution in drill.cautions}
    yield from section("Take care", caution_lines((each for each in get_args(Caution) if each in carried), cautions))
    cited = {id for drill in drills for id in drill.sources}
    yield from section("Sources", source_lines((id for id in sources if id in cited), sources))


def _step_lines(score: Score) -> Iterator[str]:
    """Yield each step with the time it starts, its number and its dose; rests only if they say something.

    The title of a repeat stands before its first step.
    """
    before: Passage | None = None
    for index, passage in enumerate(score.passages):
        if passage.kind in ("work", "move", "wait") or (passage.kind == "rest" and passage.say):
            time = format_time(score.passage_span(index)[0])
            for each in _begun_repeats(passage, before):
                yield f"  {time:>6}  {each.step:<5} {each.title}"
            dose = f" · {dose_text(passage.work, ENGLISH)}" if passage.work else ""
            what = " · ".join((ENGLISH.what(passage.title, passage.side) + dose, *round_and_set(passage)))
            yield f"  {time:>6}  {passage.step:<5} {what}"
            before = passage if passage.rounds else before


def _begun_repeats(passage: Passage, before: Passage | None) -> Iterator[Round]:
    """Yield the first round of each repeat with a title that begins with a passage."""
    known = before.rounds if before else ()
    for depth, each in enumerate(passage.rounds):
        goes_on = known[:depth] == passage.rounds[:depth] and each.step in (other.step for other in known[depth:])
        if each.title and not goes_on:
            yield each
