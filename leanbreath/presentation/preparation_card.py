"""The preparation card: what to read before a session."""

from dataclasses import dataclass

from leanbreath.presentation.plain_words import caution_words, need_words
from leanbreath.presentation.step_strip import Block, place_hint, step_blocks, step_strip
from leanbreath.routine.model import Routine
from leanbreath.score.score import Score
from leanbreath.score.time_format import format_total


@dataclass(frozen=True)
class PreparationCard:
    """What a runner reads before a session: how long it takes, what it needs, its steps, and who should take care.

    Cautions are shown at once before the first session of a routine, and later when a key is pressed. `out` says which
    drills are left out because they hurt, `breath` how the runner's own breath changes it, `changes` what is not as
    written since it was fitted to the time there is.
    """

    title: str
    about: str
    length: str
    needs: tuple[str, ...]
    cautions: tuple[str, ...]
    safety: tuple[str, ...]
    waits: str = ""
    blocks: tuple[Block, ...] = ()
    out: tuple[str, ...] = ()
    shows_cautions: bool = True
    breath: str = ""
    changes: str = ""

    @property
    def duration(self) -> str:
        """How long it takes, and how often it waits: `6:24 and a wait`."""
        return f"{self.length} {self.waits}".strip()

    @property
    def needed(self) -> str:
        """What it needs, in a line."""
        return f"You need: {', '.join(self.needs) or 'nothing'}"

    @property
    def care(self) -> str:
        """Who should take care, in a line; empty where nobody needs to."""
        return f"Take care with: {', '.join(self.cautions)}" if self.cautions else ""

    def steps(self, columns: int) -> tuple[str, ...]:
        """Return the strip of the steps, and where the time is spent."""
        return (step_strip(self.blocks, columns), place_hint(self.blocks)) if self.blocks else ()

    def details(self, with_cautions: bool) -> tuple[str, ...]:
        """Return what is read below the steps."""
        care = [self.care] if with_cautions and self.care else []
        return (*filter(None, (self.breath,)), self.needed, *self.out, *care, "", *self.safety)


def preparation_card(
    routine: Routine,
    score: Score,
    safety: tuple[str, ...] = (),
    out: tuple[str, ...] = (),
    shows_cautions: bool = True,
    breath: str = "",
    changes: str = "",
) -> PreparationCard:
    """Return the card of a routine; the long `safety` text replaces the short one if it is given."""
    drills = tuple(routine.drills())
    return PreparationCard(
        title=routine.title,
        about=routine.about,
        length=format_total(score.total, score.is_estimate),
        needs=tuple(sorted({need_words(need) for drill in drills for need in drill.needs})),
        cautions=tuple(sorted({caution_words(caution) for drill in drills for caution in drill.cautions})),
        safety=safety or (score.phrases.safety,),
        waits=waits_words(score.waits),
        blocks=step_blocks(score, {name: drill.position for name, drill in routine.named_drills().items()}),
        out=out,
        shows_cautions=shows_cautions,
        breath=breath,
        changes=changes,
    )


def waits_words(number: int) -> str:
    """Return how often a routine waits for the runner, in words; empty if it never does."""
    return "" if not number else "and a wait" if number == 1 else f"and {number} waits"
