"""What the home screen shows of the highlighted entry: a routine's steps as a strip, its length and what it needs."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from leanbreath.presentation.plain_words import need_words, occasion_words, position_words
from leanbreath.presentation.step_strip import Block, place_hint, step_blocks, step_strip
from leanbreath.presentation.text_parts import TextPart, text_part
from leanbreath.routine.model import Drill, Routine
from leanbreath.score.dose import sets_text
from leanbreath.score.phrases import ENGLISH
from leanbreath.score.score import Score
from leanbreath.score.time_format import format_total


class Preview(NamedTuple):
    """A title, facts in a line, the steps of a routine, and a sentence or two; the title stands above the parts."""

    title: str
    facts: str
    text: str = ""
    blocks: tuple[Block, ...] = ()

    def parts(self, columns: int) -> Iterator[TextPart]:
        """Yield the parts of the preview, for a width."""
        yield text_part("facts", self.facts, columns, 0)
        if self.blocks:
            yield text_part("strip", step_strip(self.blocks, columns), columns, 1)
            yield text_part("places", place_hint(self.blocks), columns, 3)
        yield text_part("text", self.text, columns, 2)


def routine_preview(routine: Routine, score: Score) -> Preview:
    """Return the preview of a routine."""
    drills = routine.named_drills()
    needs = sorted({need_words(need) for drill in drills.values() for need in drill.needs})
    waits = f"{score.waits} wait{'' if score.waits == 1 else 's'}" if score.waits else ""
    length = format_total(score.total, score.is_estimate)
    facts = (length, waits, occasion_words(routine.kind), ", ".join(needs) or "nothing needed")
    blocks = step_blocks(score, {name: drill.position for name, drill in drills.items()})
    return Preview(routine.title, " · ".join(filter(None, facts)), routine.about, blocks)


def drill_preview(drill: Drill) -> Preview:
    """Return the preview of a drill."""
    dose = sets_text(drill.set_works, ENGLISH) if drill.work else ""
    sides = "each side" if drill.sides == "each" else ""
    position = position_words(drill.position) if drill.position else ""
    needs = ", ".join(map(need_words, drill.needs)) or "nothing needed"
    return Preview(drill.title, " · ".join(filter(None, (dose, sides, position, needs))), drill.why)


def list_preview(title: str, facts: str, names: Iterable[str]) -> Preview:
    """Return the preview of something that leads to others, by their names."""
    return Preview(title, facts, ", ".join(names))
