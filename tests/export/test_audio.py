"""Audio files: frame for frame what the mixer plays, with chapters where the sheet has its steps."""

import resource
import signal
import subprocess
import wave
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import mutagen
import numpy as np
import pytest
import soundfile
from mutagen.mp3 import MP3
from mutagen.wave import WAVE

from leanbreath.export.audio import render
from leanbreath.export.formats import FORMATS
from leanbreath.export.tags import chapters, write_tags
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.score.compose import compose
from leanbreath.score.edit import with_timed_waits
from leanbreath.score.phrases import Phrases
from leanbreath.score.score import RATE, Score
from leanbreath.sound.mixer import mix_score
from leanbreath.sound.pack import load_pack
from tests.home import PROGRAM, at_terminal, environment, leanbreath
from tests.routine.snippets import routine_of, value_of
from tests.terminal import ROOT

LIBRARY = Library((bundled_folder("drills"),))
KIT = load_pack(bundled_folder("sounds") / "warm").bank
WAITING = '  - {drill: march, time: 6s}\n  - {wait: "Find clear ground."}\n  - {drill: head-glide, reps: 2 @ 3s}\n'


def bundled_score(name: str) -> Score:
    routine = LIBRARY.routine(name).value
    assert routine is not None
    return compose(routine)


def short() -> Score:
    return compose(value_of(routine_of("  - {drill: ankle-rock-wall, reps: 3 @ 2s, switch: 4s}\n")))


def rendered(score: Score, path: Path) -> list[int]:
    return list(render(score, KIT, path))


def test_a_wav_file_holds_the_frames_of_the_mixer_bit_for_bit(tmp_path: Path) -> None:
    score = bundled_score("desk-reset-4")
    rendered(score, tmp_path / "x.wav")
    with wave.open(str(tmp_path / "x.wav")) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 2, 2)
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, 2)
    mixed = mix_score(score, KIT, 0, score.total + KIT.tail)
    assert np.array_equal(samples, np.rint(mixed * 32_768).astype("<i2"))


def test_a_flac_file_decodes_to_the_same_frames(tmp_path: Path) -> None:
    for suffix in (".wav", ".flac"):
        rendered(short(), tmp_path / f"x{suffix}")
    wav, flac = (soundfile.read(tmp_path / f"x{suffix}", dtype="int16")[0] for suffix in (".wav", ".flac"))
    assert np.array_equal(wav, flac)


@pytest.mark.parametrize("name", sorted(LIBRARY.routine_files))
def test_no_bundled_routine_is_clipped(name: str) -> None:
    score = bundled_score(name)
    peaks = (np.abs(mix_score(score, KIT, first, RATE)).max() for first in range(0, score.total, RATE))
    assert max(peaks) < 1.0


@pytest.mark.parametrize("suffix", [".mp3", ".ogg", ".opus"])
def test_a_lossy_file_keeps_length_and_loudness(tmp_path: Path, suffix: str) -> None:
    rendered(short(), tmp_path / f"x{suffix}")
    rendered(short(), tmp_path / "x.wav")
    lossy, exact = (soundfile.read(tmp_path / f"x{each}")[0] for each in (suffix, ".wav"))
    assert abs(len(lossy) - len(exact)) < RATE / 10
    energies = [float(np.sqrt(np.mean(each**2))) for each in (lossy, exact)]
    assert energies[0] == pytest.approx(energies[1], rel=0.1)


def test_the_chapters_of_pre_run_6_start_with_its_steps() -> None:
    sheet = {
        "March in place": "0:00",
        "Standing soft belly": "1:00",
        "Ankle rocks at the wall, left side": "1:59",
        "Ankle rocks at the wall, right side": "2:23",
        "Head glide": "4:50",
        "Fall-forward start": "5:16",
    }
    found = {
        chapter.title: f"{chapter.start_ms // 60_000}:{chapter.start_ms // 1000 % 60:02}"
        for chapter in chapters(bundled_score("pre-run-6"))
    }
    assert {title: found[title] for title in sheet} == sheet


def test_chapters_are_in_the_language_of_their_score() -> None:
    german = Phrases(with_side="{title}, {side}", sides={"left": "links", "right": "rechts"})
    made = compose(value_of(routine_of("  - {drill: ankle-rock-wall, reps: 2 @ 1s}\n")), phrases=german)
    assert [chapter.title.rpartition(", ")[2] for chapter in chapters(made)] == ["links", "rechts"]


@pytest.mark.parametrize(("language", "code"), [("en", "eng"), ("de", "deu"), ("de-at", "deu"), ("tlh", "XXX")])
def test_the_comment_is_tagged_with_its_language(tmp_path: Path, language: str, code: str) -> None:
    rendered(short(), tmp_path / "x.mp3")
    write_tags(tmp_path / "x.mp3", "Titel", "Text", (), language)
    assert [str(each.lang) for each in MP3(tmp_path / "x.mp3").tags.getall("COMM")] == [code]


def test_chapters_follow_each_other_without_a_gap() -> None:
    each = chapters(bundled_score("daily-12"))
    assert each[0].start_ms == 0 and each[-1].end_ms == 694_000
    assert all(one.end_ms == two.start_ms for one, two in pairwise(each))


def test_a_wait_lasts_as_long_as_requested() -> None:
    score = with_timed_waits(compose(value_of(routine_of(WAITING))), Fraction(7))
    (wait,) = [segment for segment in score.segments if segment.kind == "wait"]
    assert wait.end - wait.start == 7 * RATE and score.total == 19 * RATE
    assert [cue.say for cue in score.cues if cue.at == wait.start and cue.say] == ["Find clear ground."]


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_command_writes_a_file_with_title_and_chapters(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "short.yaml").write_text(
        "routine: short\ntitle: Two rocks\nsteps:\n  - {drill: ankle-rock-wall, reps: 2 @ 1s}\n"
    )
    path = tmp_path / f"x{suffix}"
    result = leanbreath(tmp_path, "render", str(tmp_path / "short.yaml"), "-o", str(path))
    assert (result.returncode, result.stdout) == (0, f"{path}\n")
    if suffix in (".mp3", ".wav"):
        tags = (MP3(path) if suffix == ".mp3" else WAVE(path)).tags
        assert [str(tag) for tag in tags.getall("TIT2")] == ["Two rocks"]
        named = sorted((tag.start_time, str(tag.sub_frames["TIT2"])) for tag in tags.getall("CHAP"))
        assert named == [(0, "Ankle rocks at the wall, left side"), (2000, "Ankle rocks at the wall, right side")]
    else:
        file = mutagen.File(path)
        assert file["title"] == ["Two rocks"]
        assert "Not medical advice." in file["comment"][0] and "get medical help" in file["comment"][0]
        assert (file["chapter002"], file["chapter002name"]) == (
            ["00:00:02.000"],
            ["Ankle rocks at the wall, right side"],
        )
    assert sorted(each.name for each in tmp_path.iterdir() if each.is_file()) == sorted(("short.yaml", path.name))


@pytest.mark.parametrize(
    ("output", "said"),
    [("x.txt", "is not an audio file; give it one of the suffixes .wav"), ("nowhere/x.wav", "cannot write ")],
)
def test_a_file_that_cannot_be_written_is_reported(tmp_path: Path, output: str, said: str) -> None:
    result = leanbreath(tmp_path, "render", "pre-run-6", "-o", str(tmp_path / output))
    assert result.returncode == 1 and said in result.stderr


def test_a_full_disk_leaves_the_existing_file(tmp_path: Path) -> None:
    path = tmp_path / "x.wav"
    path.write_bytes(b"precious")
    result = subprocess.run(
        [*PROGRAM, "render", "pre-run-6", "-o", str(path)],
        env=environment(tmp_path),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000)),
    )
    assert result.returncode == 1
    assert f"cannot write {path}: the disk is full, or the file is too large" in result.stderr
    assert path.read_bytes() == b"precious" and [each.name for each in tmp_path.glob(".leanbreath*")] == []


def test_a_suffix_may_be_in_capitals(tmp_path: Path) -> None:
    result = leanbreath(tmp_path, "render", "pre-run-6", "-o", str(tmp_path / "x.WAV"), "--cues", "tones")
    assert (result.returncode, result.stdout) == (0, f"{tmp_path}/x.WAV\n")
    assert soundfile.info(tmp_path / "x.WAV").format == "WAV"


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_a_signal_leaves_no_partial_file_behind(tmp_path: Path, number: int, code: int) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    terminal = at_terminal(tmp_path, "render", "daily-12", "-o", str(folder / "x.opus"), "--cues", "tones")
    terminal.wait_for(lambda: any(folder.glob(".leanbreath-*.opus")))
    terminal.signal(number)
    assert terminal.end() == code and list(folder.iterdir()) == []
