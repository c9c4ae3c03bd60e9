"""The steps of a routine as rows of its card, and the rounds and sides that go around them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple

from leanbreath.export.card.paragraph import NO_BREAK
from leanbreath.figure.shot_selection import DrillFigure
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
    drill_name,
    numbered,
)
from leanbreath.routine.vocabulary import Side
from leanbreath.score.dose import pace_text, sets_text
from leanbreath.score.key_words import without_keys
from leanbreath.score.passage import Passage
from leanbreath.score.phrases import Phrases
from leanbreath.score.score import RATE, Score, Segment
from leanbreath.score.time_format import format_length, format_time

READY = "until you're ready."
"""What a wait says whose author only asks for a key."""

MOST_TIMES = 4
"""How many times of rounds stand beside each other; of more, the first and the last do."""


class Action(NamedTuple):
    """A word that is called out, and how long what it names lasts, if it has a pace."""

    word: str
    seconds: str = ""


class Row(NamedTuple):
    """A step on the card. `groups` are the numbers of the groups around it, the outermost first.

    `dose` says how much, on which side and how often; `actions` are the words called out, and `pace` says how fast it
    goes where they don't; `cues` say how to get into place and what to mind, the most telling first.
    """

    kind: Literal["drill", "move", "rest", "wait"]
    number: str
    time: str
    title: str
    dose: str = ""
    pace: str = ""
    actions: tuple[Action, ...] = ()
    cues: tuple[str, ...] = ()
    figure: DrillFigure | None = None
    groups: tuple[str, ...] = ()


class Group(NamedTuple):
    """Steps that come in rounds, or on one side and then on the other; `times` are those at which each begins."""

    number: str
    title: str
    label: str
    times: str
    groups: tuple[str, ...] = ()


def card_rows(routine: Routine, score: Score, figures: Mapping[str, DrillFigure]) -> Iterator[Group | Row]:
    """Yield the rows of a card in order, each group before its rows; what never comes is left out."""
    yield from _Rows(score, figures).steps(routine.steps, "", ())


@dataclass(frozen=True)
class _Rows:
    score: Score
    figures: Mapping[str, DrillFigure]

    @property
    def phrases(self) -> Phrases:
        return self.score.phrases

    def steps(self, steps: tuple[Step, ...], path: str, groups: tuple[str, ...]) -> Iterator[Group | Row]:
        for number, step in numbered(steps, path):
            if isinstance(step, Include):
                yield from self.steps(step.steps, number, groups)
            elif isinstance(step, Repeat | BothSides):
                yield from self._group(step, number, groups)
            elif places := self._places(number, "work" if isinstance(step, DrillStep) else None):
                yield self._row(step, number, places, groups)

    def _places(self, number: str, kind: str | None) -> list[int]:
        """Return the indices of the passages of a step, of one kind if that is given."""
        each = enumerate(self.score.passages)
        return [index for index, passage in each if passage.step == number and kind in (None, passage.kind)]

    def _time(self, index: int) -> str:
        return format_time(self.score.passage_span(index)[0])

    def _row(self, step: Step, number: str, places: list[int], groups: tuple[str, ...]) -> Row:
        time = self._time(places[0])
        match step:
            case DrillStep():
                return self._drill(step, number, places, groups)
            case Rest():
                return Row("rest", number, time, step.say or "", f"Rest {format_length(step.seconds)}", groups=groups)
            case Wait():
                most = f"{format_length(step.most)} at most" if step.most else ""
                return Row("wait", number, time, without_keys(step.text) or READY, most, groups=groups)
        assert isinstance(step, Move)
        return Row("move", number, time, step.text, format_length(step.seconds), groups=groups)

    def _drill(self, step: DrillStep, number: str, places: list[int], groups: tuple[str, ...]) -> Row:
        passages = [self.score.passages[index] for index in places]
        first = passages[0]
        sets = [each.work for each in passages if _is_same_place(each, first) and each.work]
        lean = f"lean {step.drill.lean}°" if step.drill.lean else ""
        rest = _rest_words(step.rest) if len(sets) > 1 else ""
        dose = (sets_text(sets, self.phrases), _side_words(passages, self.phrases), lean, rest, _skip_words(step))
        actions = self._actions(places)
        name = drill_name(step.drill.drill, number, step.drill.title)
        return Row(
            kind="drill",
            number=number,
            time=self._time(places[0]),
            title=first.title,
            dose=", ".join(filter(None, dose)),
            pace="" if any(each.seconds for each in actions) else pace_text(sets[0], first.words),
            actions=actions,
            cues=tuple(telling_cues(first)),
            figure=self.figures.get(name),
            groups=groups,
        )

    def _actions(self, places: Iterable[int]) -> tuple[Action, ...]:
        """Return the words that are called out in some work, each once."""
        parts: dict[tuple[str, str | None], list[Segment]] = {}
        for each in self.score.segments:
            if each.passage in places and each.word:
                parts.setdefault((each.word, each.phase), []).append(each)
        return tuple(Action(word, _pace(same) if phase else "") for (word, phase), same in parts.items())

    def _group(self, step: Repeat | BothSides, number: str, groups: tuple[str, ...]) -> Iterator[Group | Row]:
        inside = tuple(self.steps(step.steps, number, (*groups, number)))
        if inside:
            yield Group(number, step.title, self._label(step), self._group_times(step, number), groups)
            yield from inside

    def _label(self, step: Repeat | BothSides) -> str:
        if isinstance(step, BothSides):
            return "All on one side, then the other"
        each = f"a round every {format_length(step.every)}" if step.every else _rest_words(step.rest)
        rounds = "1 round" if step.rounds == 1 else f"{step.rounds} rounds"
        return ", ".join(filter(None, (rounds, each)))

    def _group_times(self, step: Repeat | BothSides, number: str) -> str:
        """Return the times at which each round or side begins; of a group in rounds itself, those of the first."""
        starts: dict[object, str] = {}
        outer: Sequence[object] | None = None
        for index, passage in enumerate(self.score.passages):
            if passage.step.startswith(f"{number}.") and passage.kind not in ("ready", "switch"):
                around = tuple(each for each in passage.rounds if number.startswith(f"{each.step}."))
                outer = around if outer is None else outer
                if around == outer:
                    this = next((each.number for each in passage.rounds if each.step == number), None)
                    key = passage.turn if isinstance(step, BothSides) else this
                    starts.setdefault(key, _with_side(self._time(index), key))
        times = list(starts.values())
        return ", ".join(times if len(times) <= MOST_TIMES else (times[0], times[1], "…", times[-1]))


def _pace(parts: Sequence[Segment]) -> str:
    """Return how long the same part of several repetitions is: `4 s`, or `3 to 4 s` if that changes."""
    first, last = (f"{round((each.end - each.start) / RATE, 1):g}" for each in (parts[0], parts[-1]))
    return f"{first}{NO_BREAK}s" if first == last else f"{first} to {last}{NO_BREAK}s"


def telling_cues(work: Passage) -> Iterator[str]:
    """Yield what an author says about some work, the most telling first.

    That is how to get into place, then what to mind in a phase, then the rest; each text once.
    """
    ranked = sorted(work.cues, key=lambda cue: (not cue.is_posture, cue.at.name in (None, "half", "end", "last")))
    postures = [each.wordings[0] for each in ranked if each.is_posture and work.has(each)]
    others = [each.wordings[0] for each in ranked if not each.is_posture and cue_is_for(work, each.side)]
    place = postures[:1] or list(work.setup[:1])
    yield from dict.fromkeys((*place, *others, *work.setup, *postures[1:]))


def cue_is_for(work: Passage, side: Side | None) -> bool:
    """Return whether a cue for a side may stand beside all of a step."""
    return side in (None, work.side)


def _is_same_place(passage: Passage, first: Passage) -> bool:
    """Return whether work is another set of the same side in the same round."""
    return (passage.side, passage.turn, passage.rounds) == (first.side, first.turn, first.rounds)


def _side_words(passages: list[Passage], phrases: Phrases) -> str:
    """Return how sides are handled; nothing where a group around the step says it."""
    first = passages[0]
    sides = list(dict.fromkeys(each.side for each in passages if each.side))
    if first.alternates_from:
        return f"alternating sides, {first.alternates_from} first"
    if len(sides) == 2:
        return "" if first.turn else f"each side, {sides[0]} first"
    return f"{phrases.side(sides[0])} only" if sides else ""


def _rest_words(rest: Fraction | Prompt) -> str:
    """Return what is between two sets or rounds."""
    if isinstance(rest, Prompt):
        words = without_keys(rest.wait).rstrip(".")
        return f"between them: {words}" if words else "a wait between"
    return f"{format_length(rest)} rest between" if rest else ""


def _skip_words(step: DrillStep) -> str:
    return {"first": "not in the first round", "last": "not in the last round"}.get(step.skip or "", "")


def _with_side(time: str, key: object) -> str:
    return f"{key} {time}" if isinstance(key, str) else time
