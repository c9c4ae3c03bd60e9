"""Plays a year of one runner day by day: the coach suggests and prescribes, the runner does what is theirs to do."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, tzinfo
from fractions import Fraction
from random import Random

from leanbreath.coach.choice import before_run, home_session
from leanbreath.coach.material import Material
from leanbreath.coach.plan_state import PlanState
from leanbreath.coach.prescribe import Prescription, prescribe
from leanbreath.coach.replay import plan_state
from leanbreath.coach.today import Today, today
from leanbreath.diary.drills_out import drills_out
from leanbreath.diary.events import AssessmentRow, DiaryContent, LevelRow, PlanRow, ReturnRow, SessionRow
from leanbreath.diary.moment import DAY_STARTS, Moment, moment
from leanbreath.routine.model import Routine
from leanbreath.score.unroll import unroll
from tests.coach.year.playing import Play, played
from tests.coach.year.runners import Day, Measures, Runner

FIRST = date(2026, 1, 5)
"""A Monday."""

MORNING = 6.0

SUGGESTED = ("today", "daily", "warmup")
"""What the coach chooses; anything else is the runner's own choice, played as it is written."""


@dataclass(frozen=True)
class Practice:
    """A session of a day: what was prescribed, and what was played; `is_own_choice` says that it was asked by name."""

    now: Moment
    prescription: Prescription
    session: SessionRow
    is_own_choice: bool = False


@dataclass(frozen=True)
class DayRecord:
    """A day: what was suggested in the morning, where the plan stood, and what was done."""

    day: date
    today: Today
    state: PlanState | None
    practices: tuple[Practice, ...]


@dataclass
class _Year:
    """A year as far as it has come.

    `suggested` is what the coach said last, and `stated` where the plan stood on a day, until something is done.
    """

    runner: Runner
    material: Material
    random: Random
    content: DiaryContent = field(default_factory=DiaryContent)
    suggested: Today | None = None
    stated: tuple[date, PlanState | None] | None = None
    ids: int = 0

    def day(self, number: int) -> DayRecord:
        """Play one day and return what happened."""
        zone = self.runner.zone(number)
        self._note_events(number, zone)
        now = _at(number, MORNING, zone)
        suggested = today(self.content, self.material, now)
        state = self._state(now)
        plays = sorted(self.runner.plays(Day(number, suggested, self.random)), key=lambda play: play.hour)
        self.suggested = suggested
        practices = tuple(self._practices(number, zone, plays))
        return DayRecord(now.day, suggested, state, practices)

    def _note_events(self, number: int, zone: tzinfo) -> None:
        self.stated = None
        at = _at(number, MORNING - 1, zone)
        if step := self.runner.plan.get(number):
            row = PlanRow(self._id(), at, step.action, step.plan)
            self.content = replace(self.content, plan_events=(*self.content.plan_events, row))
        for drill, level in self.runner.levels.get(number, {}).items():
            chosen = LevelRow(self._id(), at, drill, level)
            self.content = replace(self.content, levels=(*self.content.levels, chosen))
        if results := self.runner.measures.get(number):
            rows = tuple(self._results(results, at))
            self.content = replace(self.content, assessments=(*self.content.assessments, *rows))

    def _results(self, results: Measures, at: Moment) -> Iterator[AssessmentRow]:
        checkup = self._id()
        for name, result in results.items():
            is_answer = isinstance(result, str)
            values, answer = ((), result) if is_answer else (result, None)
            yield AssessmentRow(self._id(), at, name, values, answer, checkup)  # type: ignore[arg-type] # as the union

    def _practices(self, number: int, zone: tzinfo, plays: list[Play]) -> Iterator[Practice]:
        for play in plays:
            now = _at(number, play.hour, zone)
            if practice := self._practice(play, now):
                self.content = replace(self.content, sessions=(practice.session, *self.content.sessions))
                self.suggested = self.stated = None
                yield practice

    def _practice(self, play: Play, now: Moment) -> Practice | None:
        """Return a session as it is prescribed and played, None where there is nothing to play."""
        state = self._state(now)
        asked = self._asked(play, state, now)
        if asked is None:
            return None
        routine, seconds = asked
        is_own_choice = play.what not in SUGGESTED
        prescription = (
            _as_written(self.material.routine(routine))
            if is_own_choice
            else prescribe(state, self.material, self.content, now, routine, seconds)
        )
        out = drills_out(self.content.sessions, now, routine)
        returns = tuple(
            ReturnRow(each.drill, each.title, now, "yes" if play.wants_back else "no") for each in out if each.asks
        )
        session = played(prescription, play, self._id(), now, returns, DAY_STARTS)
        return Practice(now, prescription, session, is_own_choice)

    def _state(self, now: Moment) -> PlanState | None:
        """Return where the plan stands on a day."""
        if self.stated is None or self.stated[0] != now.day:
            self.stated = now.day, plan_state(self.content, self.material, now)
        return self.stated[1]

    def _asked(self, play: Play, state: PlanState | None, now: Moment) -> tuple[str, Fraction | None] | None:
        """Return the routine that a runner starts, and the length it is fitted to."""
        if play.what == "today":  # what was said in the morning holds until something is done
            suggested = self.suggested or today(self.content, self.material, now)
            return (suggested.routine, suggested.seconds) if suggested.routine else None
        if play.what in ("daily", "warmup"):
            choice = home_session(state) if play.what == "daily" else before_run(state, is_beginner=True)
            return choice.routine, choice.fit
        return (play.what, None) if self.material.kind_of(play.what) else None

    def _id(self) -> str:
        self.ids += 1
        return f"{self.ids:032x}"


def _as_written(routine: Routine) -> Prescription:
    seconds = sum((each.seconds for each in unroll(routine, "left")), Fraction(0))
    return Prescription(routine, seconds, ())


def _at(number: int, hour: float, zone: tzinfo) -> Moment:
    """Return the moment of an hour of a day, from 0, by the clock of a zone."""
    midnight = datetime.combine(FIRST + timedelta(days=number), time(), zone)
    return moment(midnight + timedelta(hours=hour))


def simulate(runner: Runner, material: Material, days: int, seed: int = 1) -> tuple[DayRecord, ...]:
    """Return so many days of a runner's year, the same for the same seed."""
    year = _Year(runner, material, Random(seed))  # noqa: S311 - a year that can be repeated
    return tuple(year.day(number) for number in range(days))
