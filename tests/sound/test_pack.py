"""A sound pack is read whole, or every mistake in it is said with the file it is in."""

import shutil
import wave

import numpy as np
import pytest
import soundfile

from leanbreath.routine.library import bundled_folder
from leanbreath.routine.problems import Problems
from leanbreath.score.score import RATE
from leanbreath.sound.pack import load_pack


@pytest.fixture
def pack(tmp_path):
    folder = tmp_path / "mine"
    shutil.copytree(bundled_folder("sounds") / "warm", folder)
    return folder


def problems(folder) -> list[tuple[str, str]]:
    """Return the file name and the message of each problem of a pack."""
    with pytest.raises(Problems) as raised:
        load_pack(folder)
    return [(each.place.file, each.message) for each in raised.value.problems]


def write(path, rate=48_000, width=2, channels=2, samples=b"\0" * 48) -> None:
    with wave.open(str(path), "wb") as file:
        file.setframerate(rate)
        file.setsampwidth(width)
        file.setnchannels(channels)
        file.writeframes(samples)


def test_each_sound_is_stereo_in_floats_and_read_only(pack):
    sounds = load_pack(pack).tones
    assert len(sounds) == 13
    for sound in sounds.values():
        assert sound.dtype == np.float32 and sound.ndim == 2 and sound.shape[1] == 2
        assert not sound.flags.writeable and np.abs(sound).max() <= 1


def test_samples_are_fractions_of_full_scale(pack):
    write(pack / "tick.wav", samples=np.array([[0, 16384], [-32768, 32767]], "<i2").tobytes())
    level(pack, "gain: 0")
    assert load_pack(pack).tones["tick"].tolist() == [[0.0, 0.5], [-1.0, 32767 / 32768]]


def test_a_sound_outside_the_folder_is_a_problem(pack):
    path = pack / "pack.yaml"
    path.write_text(path.read_text().replace("tick.wav", "../../tick.wav"))
    [(file, message)] = problems(pack)
    assert (file, message) == (str(path), "../../tick.wav is outside this pack's folder")


def test_a_cue_without_a_sound_is_a_problem_of_the_pack(pack):
    path = pack / "pack.yaml"
    path.write_text(path.read_text().replace("  tick: tick.wav\n", ""))
    [(file, message)] = problems(pack)
    assert file == str(path) and "tick" in message and "inhale" not in message


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("title: Warm\n", "", 2, '"title" is missing'),
        ("title: Warm", "titel: Warm", 3, 'unknown key "titel"'),
        ("  tick: tick.wav", "  tock: tick.wav", 12, '"tock"'),
    ],
)
def test_a_mistake_in_pack_yaml_has_its_line(pack, old, new, line, said):
    path = pack / "pack.yaml"
    path.write_text(path.read_text().replace(old, new))
    with pytest.raises(Problems) as raised:
        load_pack(pack)
    assert any(each.place.file == str(path) and each.place.line == line for each in raised.value.problems)
    assert any(said in each.message for each in raised.value.problems)


def test_a_pack_without_pack_yaml_is_a_problem_of_that_file(pack):
    (pack / "pack.yaml").unlink()
    assert [file for file, _ in problems(pack)] == [str(pack / "pack.yaml")]


def test_a_missing_file_is_a_problem_of_that_file(pack):
    (pack / "half.wav").unlink()
    [(file, message)] = problems(pack)
    assert file == str(pack / "half.wav") and "can't read" in message


def level(folder, gain: str) -> None:
    path = folder / "pack.yaml"
    path.write_text(path.read_text().replace("gain: -1\n", f"{gain}\n"))


@pytest.mark.parametrize("gain", [0, -6, 3])
def test_gains_of_pack_and_sound_and_glide_are_added_in_decibels(pack, gain):
    level(pack, f"gain: {gain}")
    path = pack / "pack.yaml"
    path.write_text(path.read_text().replace("tick: tick.wav", "tick: {file: tick.wav, gain: -4.5 dB}"))
    made, file = load_pack(pack), soundfile.read(pack / "tick.wav", dtype="float32")[0]
    assert np.abs(made.tones["tick"]).max() == pytest.approx(np.abs(file).max() * 10 ** ((gain - 4.5) / 20), rel=1e-5)
    assert made.glides["inhale"].gain == gain - 27


def tone(rate: int, channels: int = 1) -> np.ndarray:
    """Return half a second of 440 Hz at half of full scale."""
    mono = 0.5 * np.sin(2 * np.pi * 440 * np.arange(rate // 2) / rate)
    return np.repeat(mono[:, None], channels, axis=1)


KINDS = [
    ("WAV", "PCM_24", 44_100, 1),
    ("WAV", "PCM_U8", 22_050, 2),
    ("WAV", "FLOAT", 96_000, 2),
    ("WAV", "PCM_16", 48_000, 1),
    ("FLAC", "PCM_16", 44_100, 2),
    ("MP3", "MPEG_LAYER_III", 44_100, 1),
    ("OGG", "VORBIS", 32_000, 1),
]


@pytest.mark.parametrize(("format", "subtype", "rate", "channels"), KINDS)
def test_the_same_sound_in_another_format_reads_the_same(pack, tmp_path, format, subtype, rate, channels):
    soundfile.write(pack / "half.wav", tone(rate, channels), rate, format=format, subtype=subtype)
    level(pack, "gain: 0")
    cache = tmp_path / "cache"
    first = load_pack(pack, cache).tones["half"]
    assert len(first) == pytest.approx(RATE / 2, abs=RATE // 20)
    strength = np.abs(np.fft.rfft(first[:, 0] * np.hanning(len(first)), 4 * RATE))
    assert strength.argmax() / 4 == pytest.approx(440, abs=2)
    assert np.sqrt(np.mean(first[RATE // 10 : RATE * 4 // 10] ** 2)) == pytest.approx(0.5 / np.sqrt(2), rel=0.03)
    [kept] = cache.iterdir()
    assert np.array_equal(load_pack(pack, cache).tones["half"], first)
    whole = kept.read_bytes()
    for raw in (b"", b"broken", whole[:-8], whole + b"\0" * 8, flipped(whole, 5), flipped(whole, len(whole) // 2)):
        kept.write_bytes(raw)
        assert np.array_equal(load_pack(pack, cache).tones["half"], first)
        assert kept.read_bytes() == whole


def flipped(raw: bytes, place: int) -> bytes:
    return raw[:place] + bytes([raw[place] ^ 64]) + raw[place + 1 :]


def test_a_wav_file_with_a_damaged_head_is_read_or_is_a_problem_of_its_file(pack):
    path = pack / "half.wav"
    whole = path.read_bytes()
    for place in range(44):
        path.write_bytes(flipped(whole, place))
        try:
            load_pack(pack)
        except Problems as problems:
            assert {each.place.file for each in problems.problems} == {str(path)}


def test_a_pack_loads_without_a_writable_cache(pack, tmp_path):
    soundfile.write(pack / "half.wav", tone(44_100), 44_100)
    (tmp_path / "cache").write_text("a file")
    assert len(load_pack(pack, tmp_path / "cache").tones["half"])


def test_a_sound_longer_than_half_a_minute_is_a_problem_of_its_file(pack):
    soundfile.write(pack / "half.wav", np.zeros((31 * 8000, 1)), 8000)
    soundfile.write(pack / "tick.wav", np.zeros((31 * RATE, 2)), RATE)
    assert {message.rpartition(": ")[2] for _, message in problems(pack)} == {"it is longer than 30 seconds"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("gain: loud", '"gain": "loud" is not a gain in decibels'),
        ("gain: 40", '"gain": 40 is out of range'),
        ("gain: -90", '"gain": -90 is out of range'),
    ],
)
def test_an_invalid_gain_is_a_problem_of_the_pack(pack, line, said):
    level(pack, line)
    [(file, message)] = problems(pack)
    assert file == str(pack / "pack.yaml") and message == said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("low: 146.83", "low: deep", '"low": "deep" is not a pitch in Hz'),
        ("low: 146.83", "low: 5", '"low": 5 is out of range'),
        ("overtones: [0.05]", "overtones: [7]", '"overtones": 7 is out of range'),
        (
            "overtones: [0.05]",
            f"overtones: [{', '.join(['0.01'] * 5_000)}]",
            "a glide has at most 16 overtones, not 5,000",
        ),
        ("overtones: [0.05]", "overtones: 0.05", '"overtones" must be a list, not "0.05"'),
        ("  exhale: {low", "  hold: {low", '"glides" cannot be "hold"'),
    ],
)
def test_an_invalid_glide_is_a_problem_of_the_pack(pack, old, new, said):
    path = pack / "pack.yaml"
    path.write_text(path.read_text().replace(old, new))
    assert said in [message for _, message in problems(pack)]


@pytest.mark.parametrize(
    "raw", [b"", b"RIFF", b"\xff" * 200, b"OggS" + b"\0" * 200], ids=["empty", "cut", "noise", "another format"]
)
def test_a_file_that_is_not_a_sound_is_a_problem_of_that_file(pack, raw):
    (pack / "half.wav").write_bytes(raw)
    assert [file for file, _ in problems(pack)] == [str(pack / "half.wav")]


@pytest.mark.parametrize("lost", [1, 3])
def test_a_truncated_sound_is_a_problem_of_its_file(pack, lost):
    path = pack / "half.wav"
    path.write_bytes(path.read_bytes()[:-lost])
    assert [file for file, _ in problems(pack)] == [str(path)]
