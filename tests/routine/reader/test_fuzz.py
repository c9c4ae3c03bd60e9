"""No accidental edit crashes the program: a short run of what the benchmark does at length."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bench.fuzz import mutant
from tests.routine.reader.check_and_format import check_and_format
from tests.routine.reader.everything import limited, perform
from tests.routine.reader.mutations import FILES, mutated


@pytest.mark.parametrize("seed", range(0, 400, 40))
def test_no_accidental_edit_crashes_the_program(seed: int) -> None:
    for each in range(seed, seed + 40):
        path, raw = mutated(each)
        check_and_format(raw, path)


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, 400, 100))
def test_no_mutated_file_is_a_fault_or_hangs_anywhere(first: int) -> None:
    for seed in range(first, first + 100):
        path, raw = mutant(seed)
        with limited():
            perform(raw, path)


@settings(max_examples=60)
@given(st.sampled_from(FILES), st.data())
def test_no_inserted_text_crashes_the_program(path: Path, data: st.DataObject) -> None:
    raw = path.read_bytes()
    at = data.draw(st.integers(0, len(raw)))
    check_and_format(raw[:at] + data.draw(st.text(max_size=12)).encode("utf-8", "surrogatepass") + raw[at:], path)


@settings(max_examples=60)
@given(st.sampled_from(FILES), st.binary(max_size=200))
def test_no_bytes_crash_the_program(path: Path, raw: bytes) -> None:
    assert check_and_format(raw, path) >= 1
