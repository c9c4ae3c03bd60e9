"""Diaries that exchange their events end alike, whatever happened on each machine and in whatever order they met."""

import random
from contextlib import closing
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leanbreath.diary.events import DeletionRow, Event, SessionRow
from leanbreath.diary.merging import edited, wins
from leanbreath.diary.migrations import migrate
from leanbreath.diary.sqlite_file import connect
from leanbreath.diary.store import Diary
from leanbreath.diary.tables import merge_event, read_events
from tests.diary.making import session, utc, work
from tests.diary.random_events import IDS, TEXTS, events, moments
from tests.diary.test_events import CALVES, EVENTS, MARCHED


class Machine:
    """A machine with a diary in memory."""

    def __init__(self) -> None:
        self.base = connect(":memory:")
        migrate(self.base)

    def merge(self, events: list[Event]) -> list[str]:
        return [merge_event(self.base, event) for event in events]

    @property
    def events(self) -> list[Event]:
        found, bad_rows = read_events(self.base)
        assert not bad_rows
        return found

    @property
    def rows(self) -> list[str]:
        return sorted(line for line in self.base.iterdump() if line.startswith("INSERT"))

    def edit(self, number: int, note: str) -> None:
        sessions = [event for event in self.events if isinstance(event, SessionRow)]
        if sessions:
            self.merge([edited(sessions[number % len(sessions)], note)])


ACTS = st.one_of(
    st.tuples(st.just("happen"), events()),
    st.tuples(st.just("edit"), st.tuples(st.integers(0, 9), TEXTS)),
    st.tuples(st.just("delete"), st.builds(DeletionRow, IDS, moments())),
    st.tuples(st.just("send"), st.tuples(st.integers(0, 2), st.floats(0, 1))),
)


@settings(max_examples=40, deadline=None)
@given(
    acts=st.lists(st.tuples(st.integers(0, 2), ACTS), max_size=14),
    seed=st.integers(0, 2**16),
    order=st.sampled_from([*permutations(range(3))]),
)
def test_three_machines_end_with_the_same_rows(acts, seed, order):
    chance = random.Random(seed)  # noqa: S311 - a choice that can be repeated
    machines = [Machine() for _ in range(3)]
    for number, (act, what) in acts:
        machine = machines[number]
        if act == "edit":
            machine.edit(*what)
        elif act == "send":
            sent = [event for event in machine.events if chance.random() < what[1]]
            machines[what[0]].merge(chance.sample(sent, len(sent)))
        else:
            machine.merge([what])
    for source in order:
        for target in order:
            found = machines[source].events
            machines[target].merge(chance.sample(found, len(found)))
    first, *others = [machine.rows for machine in machines]
    assert all(rows == first for rows in others)
    assert set(machines[0].merge(machines[1].events)) <= {"skipped"}
    for machine in machines:
        machine.base.close()


def test_of_two_edits_the_later_revision_wins_and_of_equal_ones_the_same_on_each_machine():
    older, newer = replace(MARCHED, note="z", revision=2), replace(MARCHED, note="a", revision=3)
    assert wins(newer, older) and not wins(older, newer) and not wins(newer, newer)
    left, right = replace(MARCHED, note="Left."), replace(MARCHED, note="Right.")
    assert wins(left, right) != wins(right, left)


def test_a_session_with_the_last_revision_there_is_can_still_be_edited_and_read(tmp_path):
    diary = Diary(tmp_path / "diary.sqlite3")
    diary.save(last := replace(MARCHED, revision=2**31 - 1, note="a"))
    diary.save(edited(last, "b"))
    assert [each.note for each in diary.read().sessions] == ["b"]


def test_numbers_written_as_whole_ones_are_the_same_content():
    assert not wins(replace(MARCHED, planned_seconds=694), replace(MARCHED, planned_seconds=694.0))


def test_nothing_is_half_merged(tmp_path):
    diary = Diary(tmp_path / "diary.sqlite3")
    diary.save(MARCHED)
    with pytest.raises(Exception, match="object"):
        diary.merge([CALVES, *EVENTS, replace(MARCHED, id="x", note=object())])  # type: ignore[arg-type]
    assert diary.read().events == (MARCHED,)


def test_an_event_deleted_on_one_machine_stays_deleted_when_the_other_edits_it(tmp_path):
    one, other = Diary(tmp_path / "one.sqlite3"), Diary(tmp_path / "other.sqlite3")
    for diary in (one, other):
        diary.save(MARCHED)
    one.add(DeletionRow(MARCHED.id, utc(9)))
    other.save(replace(MARCHED, note="Mine.", revision=99))
    for diary, source in ((one, other), (other, one), (one, other)):
        diary.merge(source.read().events)
    assert one.read() == other.read() and one.read().sessions == ()


def test_sessions_that_began_at_the_same_instant_are_in_the_same_order_everywhere():
    rows = [session(utc(1), work(1, utc(1)), id=id) for id in "abc"]
    contents = []
    for order in permutations(rows):
        with closing(connect(":memory:")) as base:
            migrate(base)
            for row in order:
                merge_event(base, row)
            contents.append([event.id for event in read_events(base)[0]])
    assert all(sorted(each) == ["a", "b", "c"] for each in contents)
