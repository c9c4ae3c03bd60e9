"""Nothing clips: a whole score is turned down before it is played, as far as its loudest moment asks for."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.routine.library import bundled_folder
from leanbreath.score.arrange import arrange
from leanbreath.score.compose import compose
from leanbreath.score.edit import with_timed_waits
from leanbreath.score.score import RATE
from leanbreath.score.speech import score_texts
from leanbreath.sound.headroom import with_headroom
from leanbreath.sound.mixer import mix_score
from leanbreath.sound.pack import load_pack
from leanbreath.sound.pack_file import GlideForm
from leanbreath.sound.sound_bank import SoundBank
from tests.quick_cases import quick_cases
from tests.score.making import ALL, NAMES, bundled_score
from tests.sound.noises import LONGEST, NOISES
from tests.strategies import fewer, routines

GLIDES = {"inhale": GlideForm(low=150, high=220), "exhale": GlideForm(low=150, high=220)}
NAMED = ("warm", "bright", "night")
PACKS = [load_pack(bundled_folder("sounds") / name).bank for name in NAMED]
CASES = [(name, pack) for number, name in enumerate(ALL) for pack in (range(3) if name in NAMES else [number % 3])]


@pytest.mark.parametrize(
    ("name", "pack"), quick_cases(CASES, CASES[:3]), ids=[f"{name}-{NAMED[pack]}" for name, pack in CASES]
)
def test_no_sample_of_a_bundled_routine_comes_near_full_scale(name, pack):
    bank = PACKS[pack]
    made = with_timed_waits(bundled_score(name), Fraction(10))
    random = np.random.default_rng(1)
    words = {line: random.integers(-11_469, 11_470, 40_000).astype(np.int16) for line in score_texts(made)}
    made = arrange(made, dict.fromkeys(words, 40_000))
    voiced = with_headroom(replace(bank, speech=words), made)
    ten = 10 * RATE
    peaks = [np.abs(mix_score(made, voiced, at, ten)).max() for at in range(0, made.total + ten, ten)]
    assert 0.3 < max(peaks) <= 0.5


@fewer
@given(routines(), st.floats(0.1, 2))
def test_headroom_bounds_every_sample_of_any_score(routine, level):
    made = compose(routine)
    loud = SoundBank({cue: np.sign(sound) * np.float32(level) for cue, sound in NOISES.items()}, GLIDES)
    heard = mix_score(made, with_headroom(loud, made), 0, min(made.total + LONGEST, 60 * RATE))
    assert np.abs(heard).max(initial=0) <= 0.5 + 1e-6


def test_a_bank_that_fits_is_unchanged():
    assert with_headroom(PACKS[0], bundled_score("pre-run-6")) is PACKS[0]
