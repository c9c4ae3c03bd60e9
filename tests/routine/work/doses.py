"""Hypothesis strategies for doses, and the author's short and long text of each, written without the program."""

from dataclasses import dataclass
from fractions import Fraction

from hypothesis import strategies as st

from leanbreath.routine.work import Breath, Cadence, Hold, Pattern, Reps, Time
from leanbreath.routine.work.rep_part import RepPart

tenths = st.integers(1, 300)
some_or_no_tenths = st.integers(0, 300)
counts = st.integers(1, 60)


def decimal(number: int) -> str:
    """Return a number of tenths as an author writes it."""
    return f"{number // 10}.{number % 10}"


def exact(number: int) -> Fraction:
    """Return a number of tenths."""
    return Fraction(number, 10)


@st.composite
def patterns(draw: st.DrawFn) -> tuple[int, int, int, int]:
    """Return the tenths of a second of in, hold, out, hold."""
    return draw(tenths), draw(some_or_no_tenths), draw(tenths), draw(some_or_no_tenths)


def pattern(parts: tuple[int, int, int, int]) -> Pattern:
    """Return the pattern of these tenths."""
    return Pattern(*map(exact, parts))


breaths = st.one_of(
    st.builds(Breath, patterns().map(pattern), st.none() | patterns().map(pattern), counts),
    st.builds(
        Breath, patterns().map(pattern), st.none() | patterns().map(pattern), st.none(), st.integers(1, 9000).map(exact)
    ),
)
holds = st.builds(Hold, st.integers(1, 144_000).map(exact))
times = st.builds(Time, st.integers(1, 144_000).map(exact))
rates = st.integers(200, 3000)
cadences = st.builds(Cadence, rates.map(exact), st.integers(1, 1200).map(exact), st.none() | rates.map(exact))
rates_in_turn = st.builds(
    lambda rate, seconds, to, number: Cadence(rate, seconds, to, in_=number),
    *(rates.map(exact), st.integers(1, 1200).map(exact), rates.map(exact), st.integers(2, 9)),
)


@st.composite
def reps(draw: st.DrawFn) -> Reps:
    """Return reps of one length, or of the parts there, hold and back."""
    if draw(st.booleans()):
        return Reps(draw(counts), each=exact(draw(tenths)))
    parts = draw(st.tuples(some_or_no_tenths, some_or_no_tenths, some_or_no_tenths).filter(any))
    named = zip(("there", "hold", "back"), parts, strict=True)
    return Reps(draw(counts), phases=tuple(RepPart(name, exact(part)) for name, part in named if part))


@dataclass(frozen=True)
class Written:
    """One dose as an author may write it in both ways."""

    kind: str
    short: str
    long: str


@st.composite
def written_breaths(draw: st.DrawFn) -> Written:
    """Return breaths, with or without a ramp, by number or by length."""
    first, last = draw(patterns()), draw(st.none() | patterns())
    number = draw(counts)
    short, long = draw(st.sampled_from([(f"x {number}", f"count: {number}"), (f"for {number}s", f"for: {number}s")]))
    ramp = (f" to {_short(last)}", f", to: {_long(last)}") if last else ("", "")
    return Written(
        "breath", f"{_short(first)}{ramp[0]} {short}", "{pattern: " + _long(first) + ramp[1] + ", " + long + "}"
    )


@st.composite
def written_reps(draw: st.DrawFn) -> Written:
    """Return reps of one length, or of there, hold and back."""
    count, parts = draw(counts), draw(st.lists(tenths, min_size=3, max_size=3).map(lambda each: [*map(decimal, each)]))
    there, hold, back = parts
    each = Written("reps", f"{count} @ {there}s", f"{{count: {count}, each: {there}s}}")
    phases = f"[{{there: {there}s}}, {{hold: {hold}s}}, {{back: {back}s}}]"
    parted = Written("reps", f"{count} @ {there}-{hold}-{back}", f"{{count: {count}, phases: {phases}}}")
    return draw(st.sampled_from([each, parted]))


@st.composite
def written_cadences(draw: st.DrawFn) -> Written:
    """Return a cadence, even or growing."""
    rate, to, seconds = decimal(draw(rates)), draw(st.none() | rates.map(decimal)), draw(counts)
    ramp = (f" to {to}", f", to: {to}") if to else ("", "")
    return Written("cadence", f"{rate}{ramp[0]} for {seconds}s", f"{{rate: {rate}{ramp[1]}, for: {seconds}s}}")


def _short(parts: tuple[int, int, int, int]) -> str:
    return "-".join(map(decimal, parts))


def _long(parts: tuple[int, int, int, int]) -> str:
    named = zip(("inhale", "hold", "exhale", "rest"), map(decimal, parts), strict=True)
    return "{" + ", ".join(f"{name}: {part}" for name, part in named) + "}"
