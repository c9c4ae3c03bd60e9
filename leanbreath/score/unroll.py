"""From a routine to passages: sides, sets, rounds and gaps by the time rules of the format."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, NamedTuple

from leanbreath.routine.model import (
    BothSides,
    DrillStep,
    Include,
    Move,
    Prompt,
    Repeat,
    Rest,
    Routine,
    Step,
    Wait,
    numbered,
)
from leanbreath.routine.vocabulary import FirstSide, Side
from leanbreath.score.interval_rests import with_interval_rests
from leanbreath.score.part import opposite
from leanbreath.score.passage import Passage, PassageKind, Round


def unroll(routine: Routine, first_side: Side) -> tuple[Passage, ...]:
    """Return the passages of a routine in order; steps that alternate between sessions begin on `first_side`."""
    unroller = _Unroller(first_side)
    unroller.steps(routine.steps, "", _Place())
    return with_interval_rests(unroller.passages)


class _Place(NamedTuple):
    """Where a step is performed: its rounds, whose turn it is, and the round of the repeat straight around it."""

    rounds: tuple[Round, ...] = ()
    turn: Side | None = None
    innermost: Round | None = None

    def in_round(self, this: Round) -> "_Place":
        return self._replace(rounds=(*self.rounds, this), innermost=this)

    @property
    def marks(self) -> dict[str, Any]:
        """What passages tell about it."""
        return {"rounds": self.rounds, "turn": self.turn}


@dataclass
class _Unroller:
    first_side: Side
    passages: list[Passage] = field(default_factory=list)

    def steps(self, steps: tuple[Step, ...], path: str, place: _Place) -> None:
        for number, step in numbered(steps, path):
            self._step(step, number, place)

    def _step(self, step: Step, path: str, place: _Place) -> None:
        if _is_skipped(step, place.innermost):
            return
        match step:
            case DrillStep():
                self._drill(step, path, place)
            case Move():
                self._gap("move", path, step.text, step.seconds, say=step.text, **place.marks)
            case Rest():
                self._gap("rest", path, "Rest", step.seconds, say=step.say, **place.marks)
            case Wait():
                self._wait(path, step.text, step.most, **place.marks)
            case Include():
                self.steps(step.steps, path, place)
            case Repeat():
                self._repeat(step, path, place)
            case BothSides():
                self._both_sides(step, path, place)

    def _repeat(self, repeat: Repeat, path: str, place: _Place) -> None:
        """Add the rounds with a rest between them, except around a round whose steps are all skipped."""
        begun = len(self.passages)
        for number in range(1, repeat.rounds + 1):
            before = len(self.passages)
            if before > begun:
                self._between_rounds(repeat, path, place)
            rested = len(self.passages)
            self.steps(repeat.steps, path, place.in_round(Round(path, number, repeat.rounds, repeat.title)))
            if len(self.passages) == rested:
                del self.passages[before:]

    def _between_rounds(self, repeat: Repeat, path: str, place: _Place) -> None:
        if repeat.every:
            self.passages.append(Passage("rest", path, "Rest", interval=repeat.every, **place.marks))
        else:
            self._rest(repeat.rest, path, **place.marks)

    def _both_sides(self, group: BothSides, path: str, place: _Place) -> None:
        """Add the steps once on each side, with one change of sides between; steps for the other side are left out."""
        begun = len(self.passages)
        titled = place._replace(rounds=(*place.rounds, Round(path, 1, 1, group.title)) if group.title else place.rounds)
        for turn in self._sides_in_order(group.first_side):
            before = len(self.passages)
            if before > begun:
                self._gap("switch", path, "Change sides", group.switch, side=turn, **titled._replace(turn=turn).marks)
            switched = len(self.passages)
            self.steps(group.steps, path, titled._replace(turn=turn))
            if len(self.passages) == switched:
                del self.passages[before:]

    def _rest(self, rest: Fraction | Prompt, path: str, say: str | None = None, **more: Any) -> None:
        """Add a rest between rounds or sets, or the wait in place of it."""
        if isinstance(rest, Prompt):
            self._wait(path, rest.wait, rest.most, **more)
        else:
            self._gap("rest", path, "Rest", rest, say=say, **more)

    def _wait(self, path: str, text: str, most: Fraction | None, **more: Any) -> None:
        self.passages.append(Passage("wait", path, text, say=text, most_seconds=most, **more))

    def _gap(self, kind: PassageKind, path: str, title: str, seconds: Fraction, **more: Any) -> None:
        if seconds:
            self.passages.append(Passage(kind, path, title, gap_seconds=seconds, **more))

    def _drill(self, step: DrillStep, path: str, place: _Place) -> None:
        sides, alternates_from = self._sides(step, place.turn)
        about: dict[str, Any] = {"drill": step.drill.drill, **place.marks}
        if sides and self.passages and self.passages[-1].kind not in ("move", "rest", "wait", "switch"):
            self._gap("ready", path, step.drill.title, step.ready, **about)
        for side in sides:
            if side != sides[0]:
                self._gap("switch", path, step.drill.title, step.switch, side=side, **about)
            self._sets(step, path, side, alternates_from, about)

    def _sides_in_order(self, first_side: FirstSide | None) -> tuple[Side, Side]:
        first = self.first_side if first_side == "alternate" else first_side or "left"
        return first, opposite(first)

    def _sides(self, step: DrillStep, turn: Side | None) -> tuple[tuple[Side | None, ...], Side | None]:
        """Return the sides to do in order, and the side on which alternating work begins."""
        first, second = self._sides_in_order(step.first_side)
        match step.sides:
            case "each":
                return (turn,) if turn else (first, second), None
            case "alternate":
                return (None,), first
            case "none":
                return (None,), None
            case "left" | "right":
                return (step.sides,) if turn in (None, step.sides) else (), None

    def _sets(
        self, step: DrillStep, path: str, side: Side | None, alternates_from: Side | None, about: dict[str, Any]
    ) -> None:
        for number, work in enumerate(step.set_works, 1):
            if number > 1:
                self._rest(step.rest, path, _rest_text(step, number - 1, side), side=side, set=number, **about)
            self.passages.append(
                Passage(
                    "work",
                    path,
                    step.drill.title,
                    work=work,
                    side=side,
                    alternates_from=alternates_from,
                    set=number,
                    sets=step.sets,
                    cues=step.cues,
                    setup=step.drill.setup,
                    position=step.drill.position,
                    needs=step.drill.needs,
                    words=step.drill.action_words,
                    spoken=step.drill.spoken,
                    targets=step.drill.targets,
                    stretch=step.drill.stretch,
                    goal=step.drill.goal,
                    **about,
                )
            )


def _rest_text(step: DrillStep, number: int, side: Side | None) -> str | None:
    """Return what the rest after a set says: nothing if the author speaks at its end; None for the usual word."""
    ends = (cue for cue in step.cues if cue.at.name == "end")
    speaks = any(cue.set in (None, number) and cue.side in (None, side) for cue in ends)
    return "" if speaks else None


def _is_skipped(step: Step, innermost: Round | None) -> bool:
    """Return whether a step is left out always, or in the first or last round of the repeat straight around it."""
    if innermost is None:
        return step.skip == "always"
    is_first, is_last = innermost.number == 1, innermost.number == innermost.of
    return step.skip == "always" or (step.skip == "first" and is_first) or (step.skip == "last" and is_last)
