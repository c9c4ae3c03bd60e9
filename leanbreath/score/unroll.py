"""From a routine to passages: sides, sets, rounds and gaps by the time rules of the format."""

from dataclasses import dataclass, field
from fractions import Fraction

from leanbreath.routine.model import DrillStep, Include, Move, Prompt, Repeat, Rest, Routine, Step, Wait
from leanbreath.routine.vocabulary import Side
from leanbreath.score.part import opposite
from leanbreath.score.passage import Passage, PassageKind


def unroll(routine: Routine, first_side: Side) -> tuple[Passage, ...]:
    """Return the passages of a routine in order; steps that alternate between sessions begin on `first_side`."""
    unroller = _Unroller(first_side)
    unroller.steps(routine.steps, "", _Round())
    return tuple(unroller.passages)


@dataclass(frozen=True)
class _Round:
    """A round's number and how many there are, over all repeats around a step; `first` and `last` in the innermost."""

    number: int = 1
    rounds: int = 1
    first: bool = False
    last: bool = False

    def inner_rounds(self, repeat: Repeat) -> "list[_Round]":
        return [
            _Round(
                (self.number - 1) * repeat.rounds + number,
                self.rounds * repeat.rounds,
                first=number == 1,
                last=number == repeat.rounds,
            )
            for number in range(1, repeat.rounds + 1)
        ]


@dataclass
class _Unroller:
    first_side: Side
    passages: list[Passage] = field(default_factory=list)

    def steps(self, steps: tuple[Step, ...], path: str, in_round: _Round) -> None:
        for number, step in enumerate(steps, 1):
            self._step(step, f"{path}{number}", in_round)

    def _step(self, step: Step, path: str, in_round: _Round) -> None:
        if _is_skipped(step, in_round):
            return
        match step:
            case DrillStep():
                self._drill(step, path, in_round)
            case Move():
                self._gap("move", path, step.text, step.seconds, say=step.text)
            case Rest():
                self._gap("rest", path, "Rest", step.seconds, say=step.say)
            case Wait():
                self._wait(path, step.text, step.most)
            case Include():
                self.steps(step.steps, f"{path}.", in_round)
            case Repeat():
                self._repeat(step, path, in_round)

    def _repeat(self, repeat: Repeat, path: str, in_round: _Round) -> None:
        """Add the rounds with a rest between them, except around a round whose steps are all skipped."""
        begun = len(self.passages)
        for each in in_round.inner_rounds(repeat):
            before = len(self.passages)
            if before > begun:
                self._rest(repeat.rest, path)
            rested = len(self.passages)
            self.steps(repeat.steps, f"{path}.", each)
            if len(self.passages) == rested:
                del self.passages[before:]

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

    def _drill(self, step: DrillStep, path: str, in_round: _Round) -> None:
        title, drill = step.drill.title, step.drill.drill
        if self.passages and self.passages[-1].kind not in ("move", "rest", "wait"):
            self._gap("ready", path, title, step.ready, drill=drill)
        sides, alternates_from = self._sides(step)
        for side in sides:
            if side != sides[0]:
                self._gap("switch", path, title, step.switch, drill=drill, side=side)
            self._sets(step, path, in_round, side, alternates_from)

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
        self, step: DrillStep, path: str, in_round: _Round, side: Side | None, alternates_from: Side | None
    ) -> None:
        title, drill = step.drill.title, step.drill.drill
        for number in range(1, step.sets + 1):
            if number > 1:
                self._rest(step.rest, path, drill=drill, side=side, set=number)
            self.passages.append(
                Passage(
                    "work",
                    path,
                    title,
                    drill,
                    work=step.work,
                    side=side,
                    alternates_from=alternates_from,
                    set=(in_round.number - 1) * step.sets + number,
                    sets=in_round.rounds * step.sets,
                    cues=step.cues,
                    setup=step.drill.setup,
                )
            )


def _is_skipped(step: Step, in_round: _Round) -> bool:
    return step.skip == "always" or (step.skip == "first" and in_round.first) or (step.skip == "last" and in_round.last)
