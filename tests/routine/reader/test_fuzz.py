"""No accident makes the program stumble: a bounded run of what the benchmark does at length."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.routine.reader.mutations import FILES, mutated
from tests.routine.reader.trial import tried


@pytest.mark.parametrize("seed", range(0, 400, 40))
def test_no_accident_makes_it_stumble(seed: int) -> None:
    for each in range(seed, seed + 40):
        path, raw = mutated(each)
        tried(raw, path)


@settings(max_examples=60)
@given(st.sampled_from(FILES), st.data())
def test_no_text_put_anywhere_makes_it_stumble(path: Path, data: st.DataObject) -> None:
    raw = path.read_bytes()
    at = data.draw(st.integers(0, len(raw)))
    tried(raw[:at] + data.draw(st.text(max_size=12)).encode("utf-8", "surrogatepass") + raw[at:], path)


@settings(max_examples=60)
@given(st.sampled_from(FILES), st.binary(max_size=200))
def test_no_bytes_make_it_stumble(path: Path, raw: bytes) -> None:
    assert tried(raw, path) >= 1
