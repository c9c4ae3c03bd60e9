"""The two colours and the character that come nearest to four quarters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.figure.blend import blended_rows, nearest_mix, two_colours
from leanbreath.figure.colours import DARK, mixed
from leanbreath.figure.coverage import QUARTER_SAMPLES
from leanbreath.figure.dot_characters import QUADRANTS
from leanbreath.figure.picture import EMPTY, LEVELS, Mix

N, F, B = Mix("near"), Mix("far"), EMPTY
SOFT = Mix("near", None, 2)
mixes = st.sampled_from([N, F, B, SOFT, Mix("far", None, 1), Mix("near", "far", 3), Mix("muscle", "near", 2)])


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ({"near": 32, None: 0}, Mix("near")),
        ({"near": 0, None: 32}, EMPTY),
        ({"near": 16, None: 16}, Mix("near", None, 2)),
        ({"near": 8, None: 24}, Mix("near", None, 1)),
        ({"near": 24, None: 8}, Mix("near", None, 3)),
        ({"near": 31, None: 1}, Mix("near")),
        ({"near": 1, None: 31}, EMPTY),
        ({"near": 20, "far": 8, None: 4}, Mix("near", "far", 3)),
        ({"near": 16, "far": 16}, Mix("near", "far", 2)),
        ({"far": 16, "near": 16}, Mix("near", "far", 2)),
        ({"muscle": 16, "near": 16}, Mix("near", "muscle", 2)),
    ],
)
def test_the_two_largest_shares_are_mixed(shares, expected):
    found = nearest_mix(shares)
    assert mixed(found, DARK) == mixed(expected, DARK)
    assert found in (expected, Mix(expected.back, expected.front, LEVELS - expected.level))


def test_equal_shares_are_the_same_mix_in_any_order():
    assert nearest_mix({"far": 16, "near": 16}) == nearest_mix({"near": 16, "far": 16})


@pytest.mark.parametrize(
    ("quarters", "letter", "ink", "paper"),
    [
        ((B, B, B, B), " ", B, B),
        ((N, N, N, N), " ", N, N),
        ((N, N, B, B), "▀", N, B),
        ((B, B, N, N), "▄", N, B),
        ((N, B, N, B), "▌", N, B),
        ((B, N, B, N), "▐", N, B),
        ((N, B, B, B), "▘", N, B),
        ((B, N, N, N), "▟", N, B),
        ((N, B, B, N), "▚", N, B),
        ((SOFT, SOFT, N, N), "▀", SOFT, N),
        ((N, SOFT, B, B), "▀", Mix("near", None, 3), B),
    ],
)
def test_quarters_of_two_colours_are_drawn_as_they_are(quarters, letter, ink, paper):
    assert two_colours(quarters) == (letter, (ink, paper))


@given(st.tuples(mixes, mixes, mixes, mixes))
def test_empty_space_is_paper_and_every_character_is_a_block(quarters):
    letter, blend = two_colours(quarters)
    assert letter in QUADRANTS
    assert blend.ink != EMPTY or blend.paper == EMPTY


@given(st.tuples(mixes, mixes, mixes, mixes))
def test_a_character_of_two_colours_is_exact(quarters):
    letter, (ink, paper) = two_colours(quarters)
    pattern = QUADRANTS.index(letter)
    if len(set(quarters)) <= 2:
        assert tuple(ink if pattern >> index & 1 else paper for index in range(4)) == quarters


def test_rows_of_quarters_become_rows_of_characters():
    full, empty = bytes([QUARTER_SAMPLES] * 4 + [0] * 2), {}
    (row,) = blended_rows([{"near": full}, empty], 3)
    assert [(run.text, run.look) for run in row] == [("▀▀", (N, B)), (" ", (B, B))]
