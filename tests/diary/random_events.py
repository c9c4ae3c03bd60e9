"""Random events of a diary."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from leanbreath.diary.events import AssessmentRow, DeletionRow, LevelRow, PlanRow, ReturnRow, SessionRow, WorkRow
from leanbreath.diary.moment import Moment, moment
from leanbreath.unsafe_characters import without_unsafe

IDS = st.sampled_from([f"{number:032x}" for number in range(9)] + ["a.b:c+d-e_f"])
TEXTS = st.one_of(
    st.sampled_from(
        ["", "'", "''", "=1+1", "-3", "+x", "@x", " =1", "\t=1", "\n=1", 'a "b", c\nd', "＝1", "None", "07"]
    ),
    st.text(max_size=12).map(without_unsafe),
)
SECONDS = st.floats(0, 1e6) | st.sampled_from([0.0, 60.0, 1e-7, 1e9])
NUMBERS = st.floats(-1e6, 1e6)


def moments() -> st.SearchStrategy[Moment]:
    zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
    times = st.integers(0, 10**15).map(lambda part: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(microseconds=part))
    return st.builds(lambda at, zone: moment(at.astimezone(zone)), times, zones)


def maybe(values: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | values


def work_rows() -> st.SearchStrategy[tuple[WorkRow, ...]]:
    rows = st.builds(
        WorkRow,
        st.integers(0, 99),
        TEXTS,
        maybe(TEXTS),
        TEXTS,
        maybe(st.sampled_from(["left", "right"])),
        st.integers(0, 9),
        SECONDS,
        SECONDS,
        SECONDS,
        maybe(moments()),
        maybe(moments()),
        maybe(st.sampled_from(["runner", "most"])),
        maybe(st.integers(0, 99)),
        st.lists(st.sampled_from(["soleus", "hip-flexor"]), max_size=2).map(tuple),
        maybe(st.sampled_from(["none", "static", "dynamic"])),
        maybe(st.integers(0, 9)),
    )
    unique = st.lists(rows, max_size=3, unique_by=lambda row: row.place)
    return unique.map(lambda found: tuple(sorted(found, key=lambda row: row.place)))


def return_rows() -> st.SearchStrategy[tuple[ReturnRow, ...]]:
    rows = st.builds(ReturnRow, TEXTS, TEXTS, moments(), maybe(st.sampled_from(["yes", "no"])))
    return st.lists(rows, max_size=2, unique_by=lambda row: row.drill).map(tuple)


def sessions() -> st.SearchStrategy[SessionRow]:
    return st.builds(
        SessionRow,
        IDS,
        moments(),
        maybe(TEXTS),
        TEXTS,
        SECONDS,
        maybe(TEXTS),
        maybe(SECONDS),
        maybe(moments()),
        maybe(st.sampled_from(["done", "left", "stopped", "fault"])),
        maybe(st.integers(0, 10)),
        maybe(st.sampled_from(["easier", "same", "harder"])),
        maybe(st.sampled_from(["none", "some"])),
        maybe(TEXTS),
        maybe(moments()),
        st.integers(0, 4),
        maybe(st.sampled_from(["pre-run", "daily", "any"])),
        maybe(SECONDS),
        maybe(SECONDS),
        maybe(TEXTS),
        maybe(st.integers(0, 60)),
        work_rows(),
        return_rows(),
    )


def assessments() -> st.SearchStrategy[AssessmentRow]:
    values = st.lists(NUMBERS, min_size=1, max_size=2).map(tuple)
    measured = st.builds(AssessmentRow, IDS, moments(), TEXTS, values, maybe(TEXTS), maybe(TEXTS))
    answered = st.builds(
        AssessmentRow, IDS, moments(), TEXTS, st.just(()), st.sampled_from(["yes", "no"]), maybe(TEXTS)
    )
    return measured | measured.flatmap(_with_real_changes) | answered


def _with_real_changes(row: AssessmentRow) -> st.SearchStrategy[AssessmentRow]:
    """Return how much each value of a row must change to be real, too."""
    count = len(row.values)
    numbers = st.lists(st.floats(0, 90), min_size=count, max_size=count)
    return numbers.map(lambda real_changes: replace(row, real_changes=tuple(real_changes)))


def other_events() -> st.SearchStrategy:
    actions = st.sampled_from(["start", "pause", "resume", "stop"])
    return st.one_of(
        assessments(),
        st.builds(PlanRow, IDS, moments(), actions, TEXTS),
        st.builds(LevelRow, IDS, moments(), TEXTS, st.integers(1, 9)),
        st.builds(DeletionRow, IDS, moments()),
    )


def events() -> st.SearchStrategy:
    return sessions() | other_events()
