"""The twelve kinds of runner: where they live, what they do on a day, and what they measure."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, timedelta, timezone, tzinfo
from random import Random
from typing import NamedTuple

from leanbreath.coach.today import Today
from leanbreath.diary.events import PlanAction
from tests.coach.year.playing import Play

Measures = dict[str, tuple[float, ...] | str]
"""Results of a check-up, by assessment: one value, two (left, right), or the id of an answer."""


@dataclass(frozen=True)
class Day:
    """A day of a runner's year, from 0, with what the coach suggests that morning."""

    number: int
    today: Today
    random: Random

    @property
    def weekday(self) -> int:
        """The day of the week, 0 for Monday: the year begins on one."""
        return self.number % 7


class PlanStep(NamedTuple):
    """What a runner does with a plan."""

    action: PlanAction
    plan: str = "eight-weeks"


@dataclass(frozen=True)
class Runner:
    """What a kind of runner does: sessions on a day; plan events, check-ups and levels by the number of the day."""

    plays: Callable[[Day], list[Play]]
    plan: dict[int, PlanStep]
    measures: dict[int, Measures]
    levels: dict[int, dict[str, int]] = field(default_factory=dict)
    zone: Callable[[int], tzinfo] = lambda _: UTC


TIGHT: Measures = {
    "knee-to-wall-cm": (5.0, 6.5),
    "straight-knee-calf-deg": (15.0, 16.0),
    "bed-edge-thigh-deg": (8.0, 7.0),
    "sit-hours": (10.0,),
    "breath-hand": "high-in-both",
    "grip-release": "no",
    "first-step-lean": "seat-back",
    "wall-lean-line": "bends",
    "occiput-wall-cm": (6.0,),
    "eyes-level-lean": "no",
    "seated-rotation-deg": (30.0, 28.0),
    "bridge-hold-s": (5.0, 6.0),
    "hands-low": "yes",
    "told-to-tighten": "yes",
    "tires-in-lean": "yes",
}
LOOSE: Measures = {
    "knee-to-wall-cm": (12.0, 12.0),
    "straight-knee-calf-deg": (28.0, 28.0),
    "bed-edge-thigh-deg": (-8.0, -8.0),
    "sit-hours": (3.0,),
    "breath-hand": "low-in-both",
    "grip-release": "yes",
    "first-step-lean": "pelvis-first",
    "occiput-wall-cm": (0.0,),
    "eyes-level-lean": "yes",
    "seated-rotation-deg": (50.0, 50.0),
    "bridge-hold-s": (30.0, 30.0),
    "hands-low": "no",
    "told-to-tighten": "no",
}
CALVES: Measures = {**LOOSE, "knee-to-wall-cm": (7.0, 9.5), "sit-hours": (9.0,)}
START = {0: PlanStep("start")}


def regular(day: Day) -> list[Play]:
    """Do what is due each morning, with a warm-up before three runs a week."""
    due = (
        [Play(effort=3 if day.random.random() < 0.9 else 5)] if day.today.kind in ("plan", "first", "continue") else []
    )
    run = [Play("warmup", hour=18)] if day.weekday in (1, 3, 5) else []
    lab = [Play("today", hour=18.5)] if day.weekday == 5 else []
    return [*due, *run, *lab]


def at_weekends(day: Day) -> list[Play]:
    """Train on Saturday and Sunday only."""
    return [Play("daily", hour=9), Play("warmup", hour=10)] if day.weekday >= 5 else []


def ill_for_three_weeks(day: Day) -> list[Play]:
    """Train regularly, except for three weeks in spring without a word, and three with a pause."""
    return [] if 100 <= day.number < 123 or 200 <= day.number < 221 else regular(day)


def hurts_on_one_side(day: Day) -> list[Play]:
    """Feel one drill now and then, and want it back after a while."""
    hurts = ("half-kneel-breath", "fall-forward-start", "soleus-wall-stretch")[day.number // 45 % 3]
    is_bad, back = day.number % 45 == 9, day.random.random() < 0.7
    return [Play(each.what, each.hour, hurts=hurts if is_bad else None, wants_back=back) for each in regular(day)]


def passes_everything(day: Day) -> list[Play]:
    """Do what is due, easily."""
    return [Play(effort=1, lean="easier"), Play("warmup", hour=18, effort=1)] if day.weekday in (0, 2, 4) else []


def everything_tight(day: Day) -> list[Play]:
    """Do what is due, with some effort."""
    return [Play(effort=5, lean="harder" if day.random.random() < 0.2 else "same")] if day.today.kind == "plan" else []


def travels(day: Day) -> list[Play]:
    """Train early or just after midnight, wherever they are."""
    return [Play(hour=(6.5, 23.9, 24.4)[day.number % 3])] if day.number % 5 else []


def twice_a_day(day: Day) -> list[Play]:
    """Take whatever the coach suggests in the morning and again in the evening, and the home session on top."""
    return [Play(hour=7), Play("warmup", hour=12), Play("daily", hour=15), Play(hour=20)]


def only_warm_ups(day: Day) -> list[Play]:
    """Warm up before runs, and nothing else."""
    return [Play("warmup", hour=17)] if day.weekday in (1, 3, 5, 6) else []


def stops_for_a_month(day: Day) -> list[Play]:
    """Train regularly, stop for ten days, later for a month."""
    return [] if 60 <= day.number < 70 or 150 <= day.number < 181 else regular(day)


def rates_everything_nine(day: Day) -> list[Play]:
    """Find every session very hard, and leave a few early."""
    is_left = day.random.random() < 0.2
    share = day.random.choice((0.3, 0.85)) if is_left else 1.0
    return [Play(effort=9, lean="harder", share=share, ending="left" if is_left else "done")]


def enters_nonsense(day: Day) -> list[Play]:
    """Begin at any hour, do any share, feel anything, skip days."""
    random = day.random
    what = random.choice(("today", "daily", "warmup", "lean-lab-12", "daily-two-sets", "no-such-routine"))
    hurts = random.choice((None, None, "march", "no-such-drill", "hooklying-low-belly"))
    effort, lean = random.choice((None, 0, 10, 3)), random.choice((None, "easier", "same", "harder"))
    ending = random.choice(("done", "left", "stopped", "fault"))
    play = Play(what, random.uniform(0, 25), random.random() * 1.2, ending, effort, lean, hurts, random.random() < 0.5)
    return [play] * random.randrange(4)


def jet_lag(day: int) -> tzinfo:
    """Return the zone of a traveller: ten hours east or west every few weeks."""
    return timezone(timedelta(hours=(0, 10, -10, 14, -11, 5.5)[day // 20 % 6]))


EVERY_TWO_WEEKS = range(0, 365, 14)

NONSENSE = {
    0: PlanStep("start", "no-such-plan"),
    20: PlanStep("start"),
    30: PlanStep("resume"),
    90: PlanStep("pause"),
    91: PlanStep("pause"),
    97: PlanStep("start"),
    250: PlanStep("stop"),
    251: PlanStep("pause"),
    300: PlanStep("start"),
}

RUNNERS: dict[str, Runner] = {
    "regular": Runner(regular, START, {0: CALVES, 56: CALVES, 112: LOOSE, 200: CALVES}),
    "weekends only": Runner(at_weekends, START, {}),
    "three weeks ill": Runner(
        ill_for_three_weeks, {**START, 200: PlanStep("pause"), 221: PlanStep("resume")}, {0: CALVES}
    ),
    "pain on one side": Runner(hurts_on_one_side, START, {0: TIGHT}),
    "passes everything": Runner(passes_everything, START, dict.fromkeys(EVERY_TWO_WEEKS, LOOSE)),
    "everything tight": Runner(everything_tight, START, dict.fromkeys(EVERY_TWO_WEEKS, TIGHT)),
    "travels": Runner(travels, START, {3: CALVES}, zone=jet_lag),
    "twice a day": Runner(twice_a_day, START, {0: CALVES}),
    "warm-ups only": Runner(only_warm_ups, {}, {}),
    "stops for a month": Runner(stops_for_a_month, START, {}),
    "rates everything 9": Runner(rates_everything_nine, START, {0: CALVES}),
    "enters nonsense": Runner(enters_nonsense, NONSENSE, {}, {40: {"wall-lean-hold": 99, "no-such-drill": 3}}),
}
