"""Two diaries, with events, edits and deletions on both, merged in a thousand random orders and parts."""

import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from time import perf_counter

from leanbreath.diary.events import AssessmentRow, DeletionRow, Event, LevelRow, PlanRow, SessionRow, WorkRow
from leanbreath.diary.migrations import migrate
from leanbreath.diary.moment import moment
from leanbreath.diary.sqlite_file import connect
from leanbreath.diary.tables import merge_event, read_events
from tests.bench.table import Row

ORDERS, EVENTS = 1_000, 30


def events(chance: random.Random, machine: str) -> list[Event]:
    """Return what happens on a machine: events, and later states of some of them."""
    made: list[Event] = []
    for number in range(EVENTS):
        at = moment(datetime(2026, 1, 1, 7, tzinfo=UTC) + timedelta(hours=17 * number))
        id = f"{machine}{number}"
        work = tuple(WorkRow(n, str(n), "march", "March", None, 1, 60.0, 0.0, 60.0, at) for n in range(3))
        made.append(
            chance.choice(
                [
                    SessionRow(id, at, "daily-12", "Daily", 694.0, revision=1, work=work),
                    AssessmentRow(id, at, "knee-to-wall-cm", (chance.uniform(0, 15), 9.5)),
                    PlanRow(id, at, chance.choice(["start", "pause", "resume", "stop"]), "eight-weeks"),
                    LevelRow(id, at, "wall-lean", chance.randint(1, 4)),
                ]
            )
        )
    return made


def changes(chance: random.Random, known: list[Event]) -> list[Event]:
    """Return edits and deletions that a machine makes of events that both know."""
    at = moment(datetime(2026, 3, 1, 7, tzinfo=UTC) + timedelta(seconds=chance.randint(0, 10**6)))
    sessions = [each for each in known if isinstance(each, SessionRow)]
    edited = [
        replace(each, note=f"Note {chance.randint(0, 3)}", revision=each.revision + chance.randint(1, 2))
        for each in chance.sample(sessions, len(sessions) // 2)
    ]
    return [*edited, *(DeletionRow(each.id, at) for each in chance.sample(known, len(known) // 8))]


def merged(chance: random.Random, diaries: list[list[Event]]) -> tuple[str, str]:
    """Let two machines live through their events and exchange parts in a random order; return both of their rows."""
    machines = [connect(":memory:") for _ in diaries]
    waiting = [chance.sample(each, len(each)) for each in diaries]
    for base in machines:
        migrate(base)
    while any(waiting):
        here = chance.choice([number for number, left in enumerate(waiting) if left])
        for _ in range(min(chance.randint(1, 20), len(waiting[here]))):
            merge_event(machines[here], waiting[here].pop())
        send(chance, machines[here], machines[1 - here], chance.random())
    for source in chance.sample((0, 1), 2):
        send(chance, machines[source], machines[1 - source], 1.0)
    found = fingerprint(machines[0]), fingerprint(machines[1])
    for base in machines:
        base.close()
    return found


def send(chance: random.Random, source: sqlite3.Connection, target: sqlite3.Connection, part: float) -> None:
    """Merge a random part of a diary into another, in a random order."""
    sent = [event for event in read_events(source)[0] if chance.random() < part]
    for event in chance.sample(sent, len(sent)):
        merge_event(target, event)


def fingerprint(base: sqlite3.Connection) -> str:
    """Return a mark of everything in a diary, the same for the same rows."""
    return sha256("\n".join(sorted(base.iterdump())).encode()).hexdigest()


def merges(orders: int = ORDERS, seed: int = 17) -> Row:
    """Merge two diaries in random orders, and count the different results."""
    chance = random.Random(seed)  # noqa: S311 - orders that can be repeated
    made = [events(chance, machine) for machine in "ab"]
    known = [*made[0], *made[1]]
    diaries = [[*each, *changes(chance, known)] for each in made]
    begun = perf_counter()
    results = {mark for _ in range(orders) for mark in merged(chance, diaries)}
    seconds = perf_counter() - begun
    with closing(connect(":memory:")) as base:
        migrate(base)
        for event in (*diaries[0], *diaries[1]):
            merge_event(base, event)
        left = len(read_events(base)[0])
        results.add(fingerprint(base))
    return Row(
        f"two diaries with {len(diaries[0])} and {len(diaries[1])} events, edits and deletions, "
        f"merged in {orders:,} random orders and parts",
        f"{len(results)} result{'s' * (len(results) > 1)}, of {left} events, in {seconds:.0f} s",
        "identical rows",
        len(results) == 1,
    )


def rows() -> list[Row]:
    """Measure the merge of two diaries."""
    return [merges()]
