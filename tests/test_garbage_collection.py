"""Garbage is collected in every command: rarely while it starts, in short steps while a session plays."""

import gc
from collections.abc import Iterator

import pytest

from leanbreath.cli import main
from leanbreath.garbage_collection import IN_SHORT_STEPS, RARELY, collect_in_short_steps, collect_rarely


@pytest.fixture(autouse=True)
def _restored_thresholds() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


def cycles(number: int) -> None:
    for _ in range(number):
        cycle: list[object] = []
        cycle.append(cycle)


def test_garbage_is_collected_while_any_command_runs(monkeypatch):
    monkeypatch.setattr("sys.argv", ["leanbreath", "--version"])
    with pytest.raises(SystemExit):
        main()
    assert gc.isenabled() and gc.get_threshold() == RARELY


def test_a_start_up_meets_no_collection_but_hours_do():
    collect_rarely()
    gc.collect()
    before = gc.get_stats()[0]["collections"]
    cycles(RARELY[0] // 2)
    assert gc.get_stats()[0]["collections"] == before
    cycles(RARELY[0])
    assert gc.get_stats()[0]["collections"] > before


def test_a_session_leaves_old_objects_out_of_its_collections():
    collect_in_short_steps()
    assert gc.get_threshold() == IN_SHORT_STEPS and gc.get_freeze_count() > 0
