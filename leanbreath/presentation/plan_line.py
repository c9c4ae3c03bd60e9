"""What a session did for the plan, and by when the next one is due."""

from datetime import date, timedelta

from leanbreath.coach.keeping import keeping
from leanbreath.coach.plan_state import PlanState, Slot
from leanbreath.routine.vocabulary import SessionType

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAY = timedelta(days=1)


def plan_line(state: PlanState, kind: SessionType, day: date) -> str:
    """Return where a week stands after a session of a kind, and what comes next; empty in a pause.

    Such as `Week 3: 2 of 4. Next: Thursday at the latest.` After a session that fills no slot it is about the first
    kind that the week asks for.
    """
    slots = [slot for slot in state.slots if slot.kind == kind]
    slots = slots or [slot for slot in state.slots if slot.kind == state.slots[0].kind]
    if state.is_paused or not slots:
        return ""
    done = sum(slot.done is not None for slot in slots)
    week = "This week" if state.plan.repeats else f"Week {state.week_number}"
    streak = keeping(state.all_slots, state.paused_days, day).streak
    in_a_row = f"{streak} due days kept in a row." if streak > 1 else ""
    return " ".join(filter(None, (f"{week}: {done} of {len(slots)}.", _next(slots, day), in_a_row)))


def _next(slots: list[Slot], day: date) -> str:
    """Return by when the next open slot is due; those that are overdue may still be filled until the week ends."""
    left = [slot.due for slot in slots if slot.done is None]
    if not left:
        return ""
    due = next((each for each in left if each > day or each == day == left[-1]), left[-1])
    return f"Next: {_day_words(due, day)}."


def _day_words(due: date, day: date) -> str:
    if due <= day:
        return "today"
    return "tomorrow at the latest" if due == day + DAY else f"{DAYS[due.weekday()]} at the latest"
