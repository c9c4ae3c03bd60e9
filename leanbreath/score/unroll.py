"""From a routine to passages: sides, sets, rounds and gaps by the time rules of the format."""

from dataclasses import dataclass, field
from fractions import Fraction

from leanbreath.routine.model import DrillStep, Include, Move, Prompt, Repeat, Rest, Routine, Step, Wait
from leanbreath.routine.vocabulary import Side
from leanbreath.score.interval_rests import with_interval_rests
from leanbreath.score.part import opposite
from leanbreath.score.passage import Passage, PassageKind, Round


def unroll(routine: Routine, first_side: Side) -> tuple[Passage, ...]:
    """Return the passages of a routine in order; steps that alternate between sessions begin on `first_side`."""
    unroller = _Unroller(first_side)
    unroller.steps(routine.steps, "", ())
    return with_interval_rests(unroller.passages)


@dataclass
class _Unroller:
    first_side: Side
    passages: list[Passage] = field(default_factory=list)

    def steps(self, steps: tuple[Step, ...], path: str, rounds: tuple[Round, ...]) -> None:
        for number, step in enumerate(steps, 1):
            self._step(step, f"{path}{number}", rounds)

    def _step(self, step: Step, path: str, rounds: tuple[Round, ...]) -> None:
        if _is_skipped(step, rounds):
            return
        match step:
            case DrillStep():
                self._drill(step, path, rounds)
            case Move():
                self._gap("move", path, step.text, step.seconds, say=step.text, rounds=rounds)
            case Rest():
                self._gap("rest", path, "Rest", step.seconds, say=step.say, rounds=rounds)
            case Wait():
                self._wait(path, step.text, step.most, rounds=rounds)
            case Include():
                self.steps(step.steps, f"{path}.", rounds)
            case Repeat():
                self._repeat(step, path, rounds)

    def _repeat(self, repeat: Repeat, path: str, rounds: tuple[Round, ...]) -> None:
        """Add the rounds with a rest between them, except around a round whose steps are all skipped."""
        begun = len(self.passages)
        for number in range(1, repeat.rounds + 1):
            before = len(self.passages)
            if before > begun:
                self._between_rounds(repeat, path, rounds)
            rested = len(self.passages)
            self.steps(repeat.steps, f"{path}.", (*rounds, Round(path, number, repeat.rounds, repeat.title)))
            if len(self.passages) == rested:
                del self.passages[before:]

    def _between_rounds(self, repeat: Repeat, path: str, rounds: tuple[Round, ...]) -> None:
        if repeat.every:
            self.passages.append(Passage("rest", path, "Rest", rounds=rounds, interval=repeat.every))
        else:
            self._rest(repeat.rest, path, rounds=rounds)

    def _rest(self, rest: Fraction | Prompt, path: str, **more: object) -> None:
        """Add a rest between rounds or sets, or the wait in place of it."""
        if isinstance(rest, Prompt):
            self._wait(path, rest.wait, rest.most, **more)
        else:
            self._gap("rest", path, "Rest", rest, **more)

    def _wait(self, path: str, text: str, most: Fraction | None, **more: object) -> None:
        self.passages.append(Passage("wait", path, text, say=text, most_seconds=most, **more))  # type: ignore[arg-type]

    def _gap(self, kind: PassageKind, path: str, title: str, seconds: Fraction, **more: object) -> None:
        if seconds:
            self.passages.append(Passage(kind, path, title, gap_seconds=seconds, **more))  # type: ignore[arg-type]

    def _drill(self, step: DrillStep, path: str, rounds: tuple[Round, ...]) -> None:
        title, drill = step.drill.title, step.drill.drill
        if self.passages and self.passages[-1].kind not in ("move", "rest", "wait"):
            self._gap("ready", path, title, step.ready, drill=drill, rounds=rounds)
        sides, alternates_from = self._sides(step)
        for side in sides:
            if side != sides[0]:
                self._gap("switch", path, title, step.switch, drill=drill, side=side, rounds=rounds)
            self._sets(step, path, rounds, side, alternates_from)

    def _sides(self, step: DrillStep) -> tuple[tuple[Side | None, ...], Side | None]:
        """Return the sides to do in order, and the side on which alternating work begins."""
        chosen = step.first_side or "left"
        first: Side = self.first_side if chosen == "alternate" else chosen
        match step.sides:
            case "each":
                return (first, opposite(first)), None
            case "alternate":
                return (None,), first
            case "none":
                return (None,), None
            case "left" | "right":
                return (step.sides,), None

    def _sets(
        self, step: DrillStep, path: str, rounds: tuple[Round, ...], side: Side | None, alternates_from: Side | None
    ) -> None:
        title, drill = step.drill.title, step.drill.drill
        for number in range(1, step.sets + 1):
            if number > 1:
                self._rest(step.rest, path, drill=drill, side=side, set=number, rounds=rounds)
            self.passages.append(
                Passage(
                    "work",
                    path,
                    title,
                    drill,
                    work=step.work,
                    side=side,
                    alternates_from=alternates_from,
                    set=number,
                    sets=step.sets,
                    cues=step.cues,
                    setup=step.drill.setup,
                    rounds=rounds,
                )
            )


def _is_skipped(step: Step, rounds: tuple[Round, ...]) -> bool:
    """Return whether a step is left out always, or in the first or last round of the repeat straight around it."""
    if not rounds:
        return step.skip == "always"
    number, last = rounds[-1].number, rounds[-1].of
    return step.skip == "always" or (step.skip == "first" and number == 1) or (step.skip == "last" and number == last)
