"""Where a runner stands in a plan: its events replayed day by day, from its start until now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from leanbreath.coach.level_changes import (
    levels_now,
    raise_levels,
    with_chosen_level,
    with_session,
)
from leanbreath.coach.limiters import limiter_report, main_limiters
from leanbreath.coach.material import Material
from leanbreath.coach.missed_days import step_back
from leanbreath.coach.pauses import on_paused_day, paused, resumed
from leanbreath.coach.plan_state import PlanState, Slot
from leanbreath.coach.replay_state import ONE_DAY, ReplayState
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
    start = _running_start(content.plan_events, now)
    replay = _Replay(content, material, now)
    if start is None or (begun := replay.begin(start)) is None:
        return None
    return replay.shown(replay.until_now(begun, start))


def _running_start(events: Iterable[PlanRow], now: Moment) -> PlanRow | None:
    """Return the start that counts: the last one, unless the plan was stopped since."""
    past = [event for event in in_order(events) if event.at.at <= now.at]
    start = next((event for event in reversed(past) if event.action == "start"), None)
    stopped = start and any(event.action == "stop" for event in past[past.index(start) :])
    return None if stopped else start


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
        state = ReplayState(plan, plan, day, day, (day,), plan.weeks[0], day)
        if plan.plan != start.plan:
            return state.decided("plan-gone", f"The plan {start.plan} is gone; in its place: {plan.title}.")
        return state.decided("start", f"{plan.title}, week 1.")

    def until_now(self, state: ReplayState, start: PlanRow) -> ReplayState:
        """Return the state on the day that it is now."""
        for event in self._events(start):
            state = self._with_event(self._until(state, _at(event).day), event)
        return self._until(state, self.now.day)

    def shown(self, state: ReplayState) -> PlanState:
        """Return a state as others need it."""
        levels, days = levels_now(state), week_days(state)
        out = drills_out((each for each in self.content.sessions if each.started.at <= self.now.at), self.now)
        report = limiter_report((row for row in self.content.assessments if row.at.at <= self.now.at), self.material)
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
            decisions=state.decisions,
        )

    @property
    def _maintenance(self) -> Plan | None:
        return self.material.plans.get(self.material.limiters.passing)

    def _events(self, start: PlanRow) -> list[Event]:
        """Return what happened since a start, in the order of instants."""
        each: tuple[Event, ...] = (*self.content.plan_events, *self.content.levels, *self.content.sessions)
        since = [event for event in each if start.at.at <= _at(event).at <= self.now.at and event != start]
        return sorted(since, key=lambda event: (_at(event).at, event.id))

    def _until(self, state: ReplayState, day: date) -> ReplayState:
        while state.day < day:
            state = self._morning(replace(state, day=state.day + ONE_DAY))
        return state

    def _morning(self, state: ReplayState) -> ReplayState:
        """Return the state at the beginning of a training day, before anything is done on it."""
        if state.is_paused:
            return on_paused_day(state)
        return self._on_day(state)

    def _on_day(self, state: ReplayState) -> ReplayState:
        """Return the state on a day of the plan: a day of the same week, or the first of another."""
        state = step_back(state, self.material.kind_of)
        if len(state.days) == DAYS_A_WEEK:
            slots = self._slots(state, state.days)
            state = end_week(state, slots, self._maintenance, self.material.kind_of)
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
        past = [each for each in self.content.sessions if each.last.at <= self.now.at]
        return week_slots(state.week.sessions, days, past, self.material.kind_of)

    def _level_count(self, drill: str) -> int:
        try:
            return len(self.material.drill(drill).levels)
        except KeyError:
            return 0


def _at(event: Event) -> Moment:
    """Return the moment at which an event counts; for a session, its end."""
    return event.last if isinstance(event, SessionRow) else event.at
