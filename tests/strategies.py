"""Random work, steps and routines, kept small, in every combination that an author could write."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import settings
from hypothesis import strategies as st

from leanbreath.routine.author_cue import AuthorCue, CueTime
from leanbreath.routine.model import (
    BothSides,
    Drill,
    DrillStep,
    Include,
    Move,
    Prompt,
    Repeat,
    Rest,
    Routine,
    Wait,
    progression,
)
from leanbreath.routine.work import Breath, Cadence, Hold, Pattern, Reps, Time
from leanbreath.routine.work.rep_part import RepPart
from leanbreath.routine.work.set_amount import SetAmount

few = settings(max_examples=40)
"""For tests that compose."""

fewer = settings(max_examples=25)
"""For tests that mix sound."""

TITLES = ("Rock", "Soft belly", "Wall lean march", "Knee to the wall and back")
TEXTS = ("Easy.", "To the wall.", "Let the breath lift your hands.", "Tall… taller… let go.")
SIDES = st.sampled_from(("left", "right"))

lengths = st.fractions(Fraction(1, 2), 9, max_denominator=12)
gaps = st.one_of(st.just(Fraction(0)), lengths)
counts = st.integers(1, 5)
rates = st.integers(40, 200).map(Fraction)
patterns = st.builds(Pattern, lengths, gaps, lengths, gaps)

PHASES = (
    (RepPart("there", Fraction(2)), RepPart("back", Fraction(1))),
    (RepPart("there", Fraction(1)), RepPart("hold", Fraction(1, 2)), RepPart("back", Fraction(3, 2))),
    (RepPart("lean", Fraction(3)), RepPart("jog", Fraction(6), "Jog on."), RepPart("zurück", Fraction(7, 3))),
)

breaths = st.one_of(
    st.builds(Breath, patterns, st.none() | patterns, counts),
    st.builds(Breath, patterns, st.none() | patterns, st.none(), st.fractions(1, 40, max_denominator=4)),
)
reps = st.one_of(
    st.builds(Reps, counts, lengths),
    st.builds(Reps, counts, st.none(), st.sampled_from(PHASES)),
)
cadences = st.builds(Cadence, rates, lengths, st.none() | rates, st.none() | st.just((2, 3)))
rates_in_turn = st.builds(Cadence, rates, lengths, rates, st.none() | st.just((2, 3)), st.integers(2, 3))
stills = st.one_of(st.builds(Hold, lengths | st.just(Fraction(25))), st.builds(Time, lengths | st.just(Fraction(25))))
works = st.one_of(breaths, reps, cadences, rates_in_turn, stills)


@st.composite
def open_works(draw: st.DrawFn) -> Hold | Time | Reps:
    """Draw work that lasts until the runner ends it."""
    work = draw(st.sampled_from((Hold(Fraction(1)), Time(Fraction(1)), Reps(draw(counts), Fraction(1)))))
    most = draw(lengths)
    return work.lasting(most * draw(st.fractions(Fraction(1, 4), 1, max_denominator=4)), most)


moments = st.one_of(
    st.sampled_from(("start", "half", "end", "last", "inhale", "exhale", "back", "jog")).map(CueTime),
    st.builds(CueTime, st.none(), lengths, st.booleans()),
)
author_cues = st.builds(
    AuthorCue,
    at=moments,
    say=st.sampled_from(TEXTS) | st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3).map(tuple),
    short=st.none() | st.just("Short."),
    side=st.none() | SIDES,
    set=st.none() | st.integers(1, 2),
    round=st.none() | st.integers(1, 2),
)


spoken_titles = st.sampled_from(("", "Knee to wall"))
words = st.none() | st.dictionaries(
    st.sampled_from(("inhale", "hold", "there", "back", "jog", "rep", "time", "step", "left")),
    st.sampled_from(("hinge", "big toe", ("six", "hollow"))),
    max_size=4,
)


@st.composite
def drill_steps(draw: st.DrawFn, skips: tuple[str | None, ...] = (None, None, "always")) -> DrillStep:
    """Draw a step with any dose, on any sides, with any gaps and lines."""
    work = draw(works | open_works())
    counted = bool(work.cue_counts)
    amounts = st.lists(st.integers(1, 4).map(str).map(SetAmount), min_size=1, max_size=3).map(tuple)
    sets = draw(st.integers(1, 3) | amounts)
    return DrillStep(
        drill=Drill(title=draw(st.sampled_from(TITLES)), spoken=draw(spoken_titles), words=draw(words)),
        work=work,
        sides=draw(st.sampled_from(("none", "each", "left", "right", *(["alternate"] if counted else [])))),
        first_side=draw(st.none() | st.sampled_from(("left", "right", "alternate"))),
        sets=sets if isinstance(sets, int) else len(sets),
        progression=progression(work, sets),
        rest=draw(rests),
        ready=draw(gaps),
        switch=draw(gaps),
        cues=tuple(draw(st.lists(author_cues, max_size=2))),
        skip=draw(st.sampled_from(skips)),
    )


plain_steps = st.one_of(
    st.builds(Move, st.sampled_from(TEXTS), lengths),
    st.builds(Rest, lengths, st.none() | st.sampled_from(TEXTS)),
    st.builds(Wait, st.sampled_from(TEXTS), st.none() | lengths),
)
prompts = st.builds(Prompt, wait=st.sampled_from(TEXTS), most=st.none() | lengths)
rests = gaps | prompts


@st.composite
def repeats(draw: st.DrawFn) -> Repeat:
    """Draw rounds of up to three steps, the first of which is done in each round."""
    first = draw(drill_steps((None,)))
    more = draw(st.lists(drill_steps((None, "first", "last")) | plain_steps, max_size=2))
    title, every = draw(st.sampled_from(("", "Block"))), draw(st.none() | st.fractions(1, 60, max_denominator=7))
    return Repeat(draw(st.integers(1, 3)), draw(rests), (first, *more), title, every)


@st.composite
def both_sides(draw: st.DrawFn) -> BothSides:
    """Draw up to three steps to do on one side, then on the other; the first has sides."""
    first = replace(draw(drill_steps((None,))), sides="each")
    more = draw(st.lists(drill_steps() | plain_steps, max_size=2))
    whole = (replace(each, sides="none") if is_for_one_side(each) else each for each in more)
    return BothSides((first, *whole), draw(gaps), draw(st.none() | SIDES), draw(st.sampled_from(("", "Block"))))


def is_for_one_side(step: object) -> bool:
    return isinstance(step, DrillStep) and step.sides not in ("none", "each")


steps = st.one_of(drill_steps(), plain_steps, repeats(), both_sides())
includes = st.builds(Include, st.just("Another"), st.lists(steps, min_size=1, max_size=2).map(tuple))


@st.composite
def routines(draw: st.DrawFn) -> Routine:
    """Draw a routine in which at least one drill is done."""
    drawn = draw(st.lists(st.one_of(steps, includes), max_size=3))
    place = draw(st.integers(0, len(drawn)))
    drawn.insert(place, draw(drill_steps((None,))))
    return Routine(id="drawn", title="Drawn", steps=tuple(drawn))


def spoken_lengths(texts: list[str]) -> st.SearchStrategy[dict[str, int]]:
    """Draw how many frames a voice takes to say each text: from a tenth of a second to six seconds."""
    return st.fixed_dictionaries({text: st.integers(4_800, 288_000) for text in texts})
