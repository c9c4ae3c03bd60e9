"""A drill's page: everything a runner should know about it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from leanbreath.figure.shot_selection import DrillFigure
from leanbreath.presentation.page_parts import caution_lines, section, source_lines
from leanbreath.presentation.plain_words import caution_words, position_words
from leanbreath.routine.lesson import Lesson
from leanbreath.routine.model import Drill
from leanbreath.routine.vocabulary import Evidence
from leanbreath.score.dose import pace_text, sets_text
from leanbreath.score.phrases import ENGLISH

if TYPE_CHECKING:
    from leanbreath.presentation.page_parts import CautionTexts, Sources

EVIDENCE: dict[Evidence, str] = {
    "A": "a systematic review or meta-analysis",
    "B": "a single controlled or biomechanics study",
    "C": "clinical or coaching practice, plausible, not tested for this purpose",
    "D": "tradition or anecdote",
}

SIDES = {"none": "", "each": "each side", "alternate": "alternating sides", "left": "left side", "right": "right side"}


class DrillPage(NamedTuple):
    """A drill's page: its text, its figure, and the ids of lessons about it."""

    lines: tuple[str, ...]
    figure: DrillFigure | None
    lessons: tuple[str, ...] = ()


def drill_lines(
    drill: Drill, titles: Mapping[str, str], sources: "Sources", cautions: "CautionTexts", lessons: Sequence[Lesson]
) -> Iterator[str]:
    """Yield the page of a drill; `titles` are those of the drills it names, by id, `lessons` are those about it."""
    yield f"{drill.title} ({drill.drill})"
    yield from _dose_lines(drill)
    if drill.why:
        yield f"  {drill.why}"
    yield from section("Set-up", drill.setup)
    yield from section("Cues", dict.fromkeys(text for cue in drill.cues for text in cue.wordings))
    yield from section("Mistakes", drill.mistakes)
    yield from section("Take care", caution_lines(drill.cautions, cautions))
    alternatives = (drill.instead or {}).items()
    yield from section("Instead", (f"{caution_words(each)}: {titles.get(id, id)}" for each, id in alternatives))
    if drill.evidence:
        yield f"Evidence {drill.evidence}: {EVIDENCE[drill.evidence]}"
    yield from section("Sources", source_lines(drill.sources, sources))
    yield from section("Read more", (f"leanbreath show {each.id}: {each.title}" for each in lessons))


def _dose_lines(drill: Drill) -> Iterator[str]:
    """Yield how much of a drill to do, how fast and where."""
    if drill.work:
        dose = ", ".join(filter(None, (sets_text(drill.set_works, ENGLISH), SIDES[drill.sides])))
        where = position_words(drill.position) if drill.position else ""
        yield "  " + " · ".join(filter(None, (dose, pace_text(drill.work, drill.action_words), where)))
