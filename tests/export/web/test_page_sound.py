"""The sound of a page, as a player decodes it: every frame where it belongs, each side on its own."""

from io import BytesIO
from threading import enumerate as enumerate_threads

import numpy as np
import pytest
import soundfile

from leanbreath.export.web.mp3_start import _check_sum, with_start
from leanbreath.export.web.page_sound import SOUND_RATE, encode_sound, sound_frames
from leanbreath.export.web.page_timeline import page_texts, page_timeline
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE
from leanbreath.score.speech import session_texts
from leanbreath.sound.mixer import mix
from tests.export.making import BANK, bundled_score
from tests.routine.snippets import routine_of, value_of

STEPS = "  - {drill: ankle-rock-wall, reps: 3 @ 2s, switch: 4s}\n  - {title: Steps, cadence: 170 for 8s}\n"


def encoded(timeline, bank=BANK):
    """Return the frames reported, the file, and what a decoder makes of it."""
    writing, reported = encode_sound(timeline, bank), []
    while True:
        try:
            reported.append(next(writing))
        except StopIteration as end:
            samples, rate = soundfile.read(BytesIO(end.value), dtype="float32")
            assert rate == SOUND_RATE
            return reported, end.value, samples


@pytest.fixture(scope="module")
def timeline():
    return page_timeline(compose(value_of(routine_of(STEPS))))


@pytest.fixture(scope="module")
def made(timeline):
    return encoded(timeline)


@pytest.fixture(scope="module")
def mixed(timeline):
    return mix(timeline.regions(0, sound_frames(timeline, BANK), BANK.tail), BANK, 0, sound_frames(timeline, BANK))


def lag(one, other):
    """Return by how many samples one sound comes after another, and how alike they are then."""
    size = 2 * len(one)
    match = np.fft.irfft(np.fft.rfft(one, size) * np.conj(np.fft.rfft(other[: len(one)], size)))
    best = int(np.argmax(match))
    return -(best - size if best > len(one) else best), match[best] / np.sqrt((one**2).sum() * (other**2).sum())


def test_a_decoder_finds_every_tone_within_a_sample_from_the_start_to_the_end(made, mixed):
    _, _, samples = made
    assert len(samples) == len(mixed) // 2
    compared = 0
    for first in range(0, len(samples) - 4 * SOUND_RATE, 4 * SOUND_RATE):
        for side in (0, 1):
            part = samples[first : first + 4 * SOUND_RATE, side]
            exact = mixed[2 * first : 2 * (first + 4 * SOUND_RATE) : 2, side]
            if np.abs(exact).max() > 0.01:
                late, alike = lag(exact, part)
                assert abs(late) <= 1 and alike > 0.9
                compared += 1
    assert compared > 10


def test_footfalls_stay_on_their_sides(timeline, made):
    _, _, samples = made
    start = next(each.at for each in timeline.splices if each.state == "playing")
    beats = [each for each in timeline.splices[-1].score.segments if each.kind == "beat"]
    assert len(beats) > 20
    for beat in beats[2:10]:
        first = (beat.start + start) * SOUND_RATE // RATE
        left, right = (np.sqrt(np.mean(samples[first : first + SOUND_RATE // 20, side] ** 2)) for side in (0, 1))
        louder, softer = (left, right) if beat.side == "left" else (right, left)
        assert louder > 1.3 * softer


def test_progress_counts_all_frames_and_the_rate_is_constant(timeline, made):
    reported, file, samples = made
    assert reported[-1] == sound_frames(timeline, BANK) == 2 * len(samples)
    assert len(file) * 8 / (len(samples) / SOUND_RATE) == pytest.approx(40_000, rel=0.02)


def test_the_last_sound_rings_on_after_the_end(timeline):
    end = timeline.splices[-1].at
    assert end < sound_frames(timeline, BANK) <= end + BANK.tail + 1


def test_the_check_sum_of_the_first_frame_is_the_usual_one():
    assert _check_sum(b"123456789") == 0xBB3D  # what catalogues of such sums give for CRC-16/ARC


def test_a_file_of_another_form_is_loud(made):
    _, file, _ = made
    for wrong in (b"", b"RIFF....", file[:-1], b"\xff\xfb" + file[2:], file[:120] + b"\0" + file[121:]):
        with pytest.raises(ValueError, match="MP3 file"):
            with_start(wrong, 1000)


def test_every_text_of_a_page_is_one_that_a_session_may_say():
    score = bundled_score("pre-run-8")
    texts = page_texts(score)
    assert set(texts) <= set(session_texts(score)) | {"Go out, to clear, flat ground. Press space when you're ready."}
    said = {cue.say for _, _, cue in page_timeline(score).cues(0, 10**9) if cue.say}
    assert said <= set(texts)


def test_a_sound_that_is_broken_off_ends_with_the_block_being_encoded(timeline):
    for blocks in (0, 1, 2, 3):
        writing = encode_sound(timeline, BANK)
        assert [next(writing) for _ in range(blocks)] == [10 * RATE * (each + 1) for each in range(blocks)]
        writing.close()
    assert not [thread.name for thread in enumerate_threads() if thread.name.startswith("ThreadPoolExecutor")]
