"""A sound pack is read whole, or every mistake in it is said with the file it is in."""

import shutil
import wave

import numpy as np
import pytest

from leanbreath.routine.library import bundled
from leanbreath.routine.problems import Problems
from leanbreath.sound.pack import load


@pytest.fixture
def pack(tmp_path):
    folder = tmp_path / "mine"
    shutil.copytree(bundled("sounds") / "warm", folder)
    return folder


def problems(folder) -> list[tuple[str, str]]:
    """Return the file name and the message of each problem of a pack."""
    with pytest.raises(Problems) as raised:
        load(folder)
    return [(each.place.file, each.message) for each in raised.value.problems]


def write(path, rate=48_000, width=2, channels=2, samples=b"\0" * 48) -> None:
    with wave.open(str(path), "wb") as file:
        file.setframerate(rate)
        file.setsampwidth(width)
        file.setnchannels(channels)
        file.writeframes(samples)


def test_each_sound_is_stereo_in_floats_and_cannot_be_changed(pack):
    sounds = load(pack)
    assert len(sounds) == 13
    for sound in sounds.values():
        assert sound.dtype == np.float32 and sound.ndim == 2 and sound.shape[1] == 2
        assert not sound.flags.writeable and np.abs(sound).max() <= 1


def test_samples_are_read_as_parts_of_full_scale(pack):
    write(pack / "tick.wav", samples=np.array([[0, 16384], [-32768, 32767]], "<i2").tobytes())
    assert load(pack)["tick"].tolist() == [[0.0, 0.5], [-1.0, 32767 / 32768]]


def test_a_sound_that_lies_outside_of_the_folder_is_a_problem(pack):
    path = pack / "pack.yaml"
    path.write_text(path.read_text().replace("tick.wav", "../../tick.wav"))
    [(file, message)] = problems(pack)
    assert (file, message) == (str(path), "../../tick.wav leads out of the folder of this pack")


def test_a_cue_that_is_not_named_is_a_problem_of_the_pack(pack):
    path = pack / "pack.yaml"
    path.write_text(path.read_text().replace("  tick: tick.wav\n", ""))
    [(file, message)] = problems(pack)
    assert file == str(path) and "tick" in message and "inhale" not in message


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("title: Warm\n", "", 2, '"title" is missing'),
        ("title: Warm", "titel: Warm", 3, '"titel" is not known'),
        ("  tick: tick.wav", "  tock: tick.wav", 11, '"tock"'),
    ],
)
def test_a_mistake_in_the_form_has_its_line(pack, old, new, line, said):
    path = pack / "pack.yaml"
    path.write_text(path.read_text().replace(old, new))
    with pytest.raises(Problems) as raised:
        load(pack)
    assert any(each.place.file == str(path) and each.place.line == line for each in raised.value.problems)
    assert any(said in each.message for each in raised.value.problems)


def test_a_pack_without_its_form_is_a_problem_of_the_form(pack):
    (pack / "pack.yaml").unlink()
    assert [file for file, _ in problems(pack)] == [str(pack / "pack.yaml")]


def test_a_missing_file_is_a_problem_of_that_file(pack):
    (pack / "half.wav").unlink()
    [(file, message)] = problems(pack)
    assert file == str(pack / "half.wav") and "cannot be read" in message


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"rate": 44_100}, "44100 Hz, 16 bit, 2 channels"),
        ({"width": 1}, "48000 Hz, 8 bit, 2 channels"),
        ({"channels": 1}, "48000 Hz, 16 bit, 1 channels"),
    ],
)
def test_a_sound_of_another_kind_is_a_problem_of_its_file(pack, given, said):
    write(pack / "half.wav", **given)
    assert problems(pack) == [(str(pack / "half.wav"), said)]


@pytest.mark.parametrize(
    "raw", [b"", b"RIFF", b"\xff" * 200, b"OggS" + b"\0" * 200], ids=["empty", "cut", "noise", "another format"]
)
def test_a_file_that_is_no_sound_is_a_problem_of_that_file(pack, raw):
    (pack / "half.wav").write_bytes(raw)
    assert [file for file, _ in problems(pack)] == [str(pack / "half.wav")]


@pytest.mark.parametrize("lost", [1, 3])
def test_a_sound_that_breaks_off_is_a_problem_of_its_file(pack, lost):
    path = pack / "half.wav"
    path.write_bytes(path.read_bytes()[:-lost])
    assert [file for file, _ in problems(pack)] == [str(path)]
