"""Every phrase spoken or shown during a session, in one place."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from leanbreath.routine.vocabulary import Need, Side


def name_in_words(name: str) -> str:
    """Return the name of a part as it is shown: `walk-back` becomes `Walk back`."""
    return capitalised(name.replace("-", " "))


def capitalised(text: str) -> str:
    """Return a text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


PhaseName = Literal["inhale", "hold", "exhale", "rest"]


@dataclass(frozen=True, kw_only=True, eq=False)
class Phrases:
    """The words of one language; names in braces are placeholders."""

    safety: str = "Not medical advice. Easy effort only. Stop on pain, dizziness or numbness."
    first: str = "{what}. {dose}."
    next: str = "Next: {what}. {dose}."
    short: str = "{what}."
    with_side: str = "{title}, {side}"
    other_side: str = "{side}."
    set: str = "Set {set} of {sets}."
    round: str = "Round {round} of {rounds}."
    titled_round: str = "{title}, round {round} of {rounds}."
    rest: str = "Rest."
    ready: str = "Get ready."
    resume: str = "Let's go."
    half: str = "Halfway."
    still: str = "Hold still"
    last_breath: str = "Last breath."
    last_rep: str = "Last one."
    done: str = "That's it. Well done."
    sides: dict[Side, str] = field(default_factory=lambda: {"left": "left side", "right": "right side"})
    switch: dict[Side, str] = field(
        default_factory=lambda: {"left": "Change sides. Left.", "right": "Change sides. Right."}
    )
    breaths: tuple[str, str] = ("one breath", "{number} breaths")
    reps: tuple[str, str] = ("one rep", "{number} reps")
    minutes: tuple[str, str] = ("1 minute", "{number} minutes")
    seconds: tuple[str, str] = ("1 second", "{number} seconds")
    steps: str = "{length}, {rate} steps a minute"
    sets: str = "{sets} sets of {dose}"
    open_sets: str = "{sets} sets, each {dose}"
    open_hold: str = "as long as you can"
    open_time: str = "until you're done"
    own_pace: str = "{dose} at your own pace"
    open_end: str = "Press space when you're done."
    introduction_title: str = "Introduction"
    opening_line: str = "{title}. About {length}."
    you_need: str = "You need {needs}."
    safety_reminder: str = "Keep it easy. Stop on pain, dizziness or numbness."
    last_of_list: str = "{others} and {last}"
    place_gap: str = "{length} to get into place."
    timed_wait: str = "You have {length}. Pause if you need longer."
    needs: dict[Need, str] = field(
        default_factory=lambda: {
            "wall": "a wall",
            "mat": "a mat",
            "support": "something to hold",
            "step": "a step",
            "chair": "a chair",
            "space": "clear space",
            "shoes": "running shoes",
            "partner": "a partner",
            "band": "a band",
            "bed": "a bed",
            "block": "a yoga block",
            "strap": "a yoga strap",
            "roller": "a foam roller",
        }
    )
    phases: dict[PhaseName, str] = field(
        default_factory=lambda: {
            "inhale": "Breathe in",
            "hold": "Hold",
            "exhale": "Breathe out",
            "rest": "Pause",
        }
    )
    calls: dict[PhaseName, str] = field(
        default_factory=lambda: {"inhale": "In", "hold": "Hold", "exhale": "Out", "rest": "Wait"}
    )

    def call(self, name: str) -> str:
        """Return the short word for a phase, to be read from three metres."""
        known = (word for phase, word in self.calls.items() if phase == name)
        return next(known, self.phase(name))

    def side(self, side: Side) -> str:
        """Return the words for a side."""
        return self.sides[side]

    def what(self, title: str, side: Side | None) -> str:
        """Return a title, and its side if it has one; the sentence of a wait or a move then loses its full stop."""
        return self.with_side.format(title=title.rstrip("."), side=self.side(side)) if side else title

    def phase(self, name: str) -> str:
        """Return the words for a phase; a part that an author named keeps its name."""
        known = (words for phase, words in self.phases.items() if phase == name)
        return next(known, name_in_words(name))

    def length(self, seconds: Fraction) -> str:
        """Return a length in words, to the second."""
        minutes, rest = divmod(round(seconds), 60)
        each = ((self.minutes, minutes), (self.seconds, rest))
        return " ".join(self.counted(forms, number) for forms, number in each if number) or self.seconds[1].format(
            number=0
        )

    def in_a_row(self, items: Sequence[str]) -> str:
        """Return things in a row: `a wall, a mat and a chair`."""
        *others, last = items
        return self.last_of_list.format(others=", ".join(others), last=last) if others else last

    def counted(self, forms: tuple[str, str], number: int) -> str:
        """Return a number of things in words: the first form for one, else the second."""
        return forms[number != 1].format(number=number)


ENGLISH = Phrases()
