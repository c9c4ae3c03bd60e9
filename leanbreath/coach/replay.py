"""Where a runner stands in a plan: its events replayed day by day, from its start until now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import zip_longest
from typing import NamedTuple

from leanbreath.coach.level_changes import (
    levels_now,
    raise_levels,
    with_chosen_level,
    with_session,
)
from leanbreath.coach.limiter_decisions import limiter_decisions
from leanbreath.coach.limiters import limiter_report, main_limiters
from leanbreath.coach.lost_days import lost_days
from leanbreath.coach.material import Material
from leanbreath.coach.missed_days import step_back
from leanbreath.coach.pauses import on_paused_day, paused, resumed
from leanbreath.coach.plan_state import PlanState, Slot
from leanbreath.coach.replay_state import ONE_DAY, ReplayState, lean_drills
from leanbreath.coach.resumed_sessions import with_resumed_work
from leanbreath.coach.slots import counts, week_slots
from leanbreath.coach.week_progress import DAYS_A_WEEK, end_week, week_days
from leanbreath.diary.drills_out import drills_out
from leanbreath.diary.events import DiaryContent, LevelRow, PlanRow, SessionRow
from leanbreath.diary.moment import Moment
from leanbreath.routine.plan import Plan

Event = PlanRow | LevelRow | SessionRow


def plan_state(content: DiaryContent, material: Material, now: Moment) -> PlanState | None:
    """Return where a runner stands in the plan that was started last, None if none was or it was stopped.

    What happens after now changes nothing. Where the plan is gone, the one for whoever passes everything takes its
    place.
    """
    courses = _courses(content.plan_events, now)
    if not courses or courses[-1].end:
        return None
    content = replace(content, sessions=with_resumed_work(content.sessions))
    replay = _Replay(content, material, now)
    state = replay.until_now(courses[-1].start)
    over = [_Replay(content, material, course.end).over(course.start) for course in courses if course.end]
    return replay.shown(state, tuple(filter(None, over))) if state else None


class _Course(NamedTuple):
    """A start of a plan, and its end: the moment of the next start or stop, None while it is running."""

    start: PlanRow
    end: Moment | None


def _courses(events: Iterable[PlanRow], now: Moment) -> list[_Course]:
    """Return each start of a plan up to now, with its end."""
    past = [event for event in in_order(events) if event.at.at <= now.at and event.action in ("start", "stop")]
    ends = [event.at for event in past[1:]]
    return [_Course(event, end) for event, end in zip_longest(past, ends) if event.action == "start"]


def in_order(events: Iterable[PlanRow]) -> list[PlanRow]:
    """Return events in the order of their instants."""
    return sorted(events, key=lambda event: (event.at.at, event.id))


@dataclass(frozen=True)
class _Replay:
    """The events and the material of one replay."""

    content: DiaryContent
    material: Material
    now: Moment

    def begin(self, start: PlanRow) -> ReplayState | None:
        """Return the state on the day on which a plan was started, None if neither it nor its substitute exists."""
        plan = self.material.plans.get(start.plan) or self._maintenance
        if plan is None:
            return None
        day = start.at.day
        state = ReplayState(plan, plan, lean_drills(plan), day, day, (day,), plan.weeks[0], day)
        if plan.plan != start.plan:
            return state.decided("plan-gone", f"The plan {start.plan} is gone; in its place: {plan.title}.")
        return state.decided("start", f"{plan.title}." if plan.repeats else f"{plan.title}, week 1.")

    def until_now(self, start: PlanRow) -> ReplayState | None:
        """Return the state on the day that it is now, None if the plan can't begin."""
        state = self.begin(start)
        if state is None:
            return None
        for event in self._events(start):
            state = self._with_event(self._until(state, _at(event).day), event)
        return self._until(state, self.now.day)

    def over(self, start: PlanRow) -> ReplayState | None:
        """Return the state on the day on which a plan was stopped or another one started."""
        state = self.until_now(start)
        return self._with_due_slots(state) if state else None

    def shown(self, state: ReplayState, over: Sequence[ReplayState]) -> PlanState:
        """Return a state as others need it, with what was due in plans that are over."""
        levels, days = levels_now(state), week_days(state)
        out = drills_out((each for each in self.content.sessions if each.started.at <= self.now.at), self.now)
        assessed = tuple(row for row in self.content.assessments if row.at.at <= self.now.at)
        report = limiter_report(assessed, self.material)
        decisions = (*state.decisions, *limiter_decisions(assessed, self.material, state.started))
        return PlanState(
            plan=state.plan,
            started=state.started,
            week_number=state.index + 1,
            week=state.week,
            week_started=days[0],
            is_repeated=state.is_repeated,
            is_paused=state.is_paused,
            levels=levels,
            dose=replace(state.dose, lean=levels),
            limiters=tuple(score.limiter for score in main_limiters(report)),
            out=tuple(each.drill for each in out),
            slots=self._slots(state, days),
            missed_days=state.missed_days,
            decisions=tuple(sorted(decisions, key=lambda decision: decision.day)),
            past_slots=tuple(slot for each in (*over, state) for slot in each.past_slots),
            paused_days=self._lost_days.union(*(each.paused_on for each in (*over, state))),
        )

    @property
    def _maintenance(self) -> Plan | None:
        return self.material.plans.get(self.material.limiters.passing)

    @cached_property
    def _lost_days(self) -> frozenset[date]:
        """The dates that the runner never had: no days of a week, and not missed."""
        return lost_days(each.last for each in self.content.sessions if each.last.at <= self.now.at)

    def _events(self, start: PlanRow) -> list[Event]:
        """Return what happened since a start, in the order of instants."""
        each: tuple[Event, ...] = (*self.content.plan_events, *self.content.levels, *self.content.sessions)
        since = [event for event in each if start.at.at <= _at(event).at <= self.now.at and event != start]
        return sorted(since, key=lambda event: (_at(event).at, event.id))

    def _until(self, state: ReplayState, day: date) -> ReplayState:
        while state.day < day:
            if state.is_restarted and not state.is_paused:
                return self._still_waiting(state, day)
            state = replace(state, day=state.day + ONE_DAY)
            if state.day in self._lost_days:
                state = replace(state, paused_days=state.paused_days + 1)
            else:
                state = self._morning(state)
        return state

    def _still_waiting(self, state: ReplayState, day: date) -> ReplayState:
        """Return the state on a later day of a long absence, in which nothing more is decided, even in years."""
        lost = sum(state.day < each <= day for each in self._lost_days)
        return replace(state, day=day, days=(day,), paused_days=state.paused_days + lost)

    def _morning(self, state: ReplayState) -> ReplayState:
        """Return the state at the beginning of a training day, before anything is done on it."""
        if state.is_paused:
            return on_paused_day(state)
        return self._on_day(state)

    def _on_day(self, state: ReplayState) -> ReplayState:
        """Return the state on a day of the plan: a day of the same week, or the first of another."""
        stepped = step_back(state, self.material.kind_of)
        if stepped.is_waiting and not state.is_waiting:
            stepped = replace(stepped, past_slots=self._with_due_slots(state).past_slots)
        state = stepped
        if len(state.days) == DAYS_A_WEEK:
            slots = self._slots(state, state.days)
            state = end_week(self._with_due_slots(state), slots, self._maintenance, self.material.kind_of)
        return raise_levels(replace(state, days=(*state.days, state.day)), self._level_count)

    def _with_event(self, state: ReplayState, event: Event) -> ReplayState:
        match event:
            case PlanRow():
                return self._with_plan_event(state, event)
            case LevelRow():
                return with_chosen_level(state, event, self._level_count)
            case SessionRow():
                return self._with_session(state, event)

    def _with_plan_event(self, state: ReplayState, event: PlanRow) -> ReplayState:
        if event.action == "pause" and not state.is_paused:
            return paused(state)
        if event.action == "resume" and state.is_paused:
            continued = resumed(state)
            return continued if state.day in state.days else self._on_day(continued)
        return state

    def _with_session(self, state: ReplayState, session: SessionRow) -> ReplayState:
        did_count = counts(session)
        state = with_session(state, session, did_count)
        if did_count:
            state = replace(state, last_counted=state.day, paused_days=0, is_waiting=False, is_restarted=False)
        return raise_levels(state, self._level_count)

    def _slots(self, state: ReplayState, days: Sequence[date]) -> tuple[Slot, ...]:
        first, last = days[0].toordinal(), days[-1].toordinal()
        each_day = map(date.fromordinal, range(first, last + 1))
        done = [session for day in each_day for session in self._sessions_by_day.get(day, ())]
        return week_slots(state.week.sessions, days, done, self.material.kind_of)

    @cached_property
    def _sessions_by_day(self) -> dict[date, list[SessionRow]]:
        """The sessions until now by the day on which each ended."""
        by_day: dict[date, list[SessionRow]] = {}
        for session in self.content.sessions:
            if session.last.at <= self.now.at:
                by_day.setdefault(session.last.day, []).append(session)
        return by_day

    def _with_due_slots(self, state: ReplayState) -> ReplayState:
        """Return the state with the slots of its week that fell due before today among the past ones."""
        week = () if state.is_waiting else self._slots(state, week_days(state))
        return replace(state, past_slots=(*state.past_slots, *(slot for slot in week if slot.due < state.day)))

    def _level_count(self, drill: str) -> int:
        try:
            return len(self.material.drill(drill).levels)
        except KeyError:
            return 0


def _at(event: Event) -> Moment:
    """Return the moment at which an event counts; for a session, its end."""
    return event.last if isinstance(event, SessionRow) else event.at
