"""`leanbreath render`: a whole audio file, or none."""

import resource
import signal
import subprocess
import sys
from pathlib import Path

import mutagen
import pytest
import soundfile
from mutagen.mp3 import MP3
from mutagen.wave import WAVE

from leanbreath.export.formats import FORMATS
from tests.cli.test_sound import settings
from tests.home import PROGRAM, at_terminal, environment, leanbreath
from tests.quick_cases import quick_cases
from tests.terminal import ROOT


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_file_has_title_comment_and_chapters(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "short.yaml").write_text(
        "routine: short\ntitle: Two rocks\nsteps:\n  - {title: Rocks, reps: 2 @ 1s, sides: each}\n"
    )
    path = tmp_path / f"x{suffix}"
    result = leanbreath(tmp_path, "render", str(tmp_path / "short.yaml"), "-o", str(path), "--no-voice")
    assert (result.returncode, result.stdout) == (0, f"{path}\n")
    if suffix in (".mp3", ".wav"):
        tags = (MP3(path) if suffix == ".mp3" else WAVE(path)).tags
        assert [str(tag) for tag in tags.getall("TIT2")] == ["Two rocks"]
        named = sorted((tag.start_time, str(tag.sub_frames["TIT2"])) for tag in tags.getall("CHAP"))
        # five seconds of count-in, then two for the left side
        assert named == [(0, "Rocks, left side"), (7000, "Rocks, right side")]
    else:
        file = mutagen.File(path)
        assert file["title"] == ["Two rocks"]
        assert "Not medical advice." in file["comment"][0] and "get medical help" in file["comment"][0]
        assert (file["chapter002"], file["chapter002name"]) == (
            ["00:00:07.000"],
            ["Rocks, right side"],
        )
    assert sorted(each.name for each in tmp_path.iterdir() if each.is_file()) == sorted(("short.yaml", path.name))


@pytest.mark.parametrize(
    ("output", "said"),
    [("x.txt", "can't be written; give it one of the suffixes .wav"), ("nowhere/x.wav", "cannot write ")],
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


@pytest.mark.parametrize(
    ("number", "code"),
    quick_cases([(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)], [(signal.SIGINT, 130)]),
)
def test_a_signal_leaves_no_partial_file_behind(tmp_path: Path, number: int, code: int) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    terminal = at_terminal(tmp_path, "render", "daily-12", "-o", str(folder / "x.opus"), "--cues", "tones")
    terminal.wait_for(lambda: any(folder.glob(".leanbreath-*.opus")))
    terminal.signal(number)
    assert terminal.end() == code and list(folder.iterdir()) == []


OPENING_AND_TAIL = 12
"""At most so many seconds lie before and after what a routine counts."""

SHORT = "routine: short\ntitle: Two rocks\nsteps:\n  - {title: Rocks, reps: 2 @ 1s, sides: each}\n"


def voiced(folder: Path) -> Path:
    """Let a program of a few lines be the voice; return the file of a routine of four seconds."""
    hum = "file.setnchannels(1); file.setsampwidth(2); file.setframerate(48000); file.writeframes(b'\\0\\x40' * 48000)"
    (folder / "voice.py").write_text(f"import sys, wave\nwith wave.open(sys.argv[1], 'wb') as file:\n    {hum}\n")
    settings(
        folder, f"sound: {{voice: {{engine: command, command: '{sys.executable} {folder / 'voice.py'} {{file}}'}}}}"
    )
    (folder / "short.yaml").write_text(SHORT)
    return folder / "short.yaml"


def test_a_split_recording_is_a_folder_that_begins_with_an_introduction_as_long_as_its_words(tmp_path: Path) -> None:
    routine = voiced(tmp_path)
    result = leanbreath(tmp_path, "render", str(routine), "-o", str(tmp_path / "lab.wav"), "--split")
    names = ["01 Introduction.wav", "02 Rocks, left side.wav", "03 Rocks, right side.wav", "lab.m3u8"]
    assert result.returncode == 0 and sorted(each.name for each in (tmp_path / "lab").iterdir()) == names
    assert set(result.stdout.splitlines()) == {str(tmp_path / "lab" / name) for name in names}
    # two lines of a second each with a pause between them, and a second more, in whole seconds
    assert soundfile.info(tmp_path / "lab" / names[0]).frames == 4 * 48_000
    assert not (tmp_path / "lab.wav").exists()


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--gap", "10s"), 0, "Two rocks has no lean drills; --gap changes nothing"),
        (("--gap", "soon"), 2, "Invalid value for '--gap': \"soon\" is not a length"),
        (("--gap", "10m"), 2, "Invalid value for '--gap': a gap lasts up to 5 minutes, such as 10s"),
        (("--split",), 1, "has files of yours (notes.txt); name another with -o, or move them"),
    ],
)
def test_a_request_that_makes_no_sense_is_explained(
    tmp_path: Path, options: tuple[str, ...], code: int, said: str
) -> None:
    (tmp_path / "short.yaml").write_text(SHORT)
    (tmp_path / "lab").mkdir()
    (tmp_path / "lab" / "notes.txt").write_text("mine")
    path = tmp_path / "lab.wav"
    result = leanbreath(tmp_path, "render", str(tmp_path / "short.yaml"), "-o", str(path), "--cues", "tones", *options)
    assert (result.returncode, said in " ".join(result.stderr.split())) == (code, True)
    assert path.exists() == (code == 0)


def test_an_interrupted_folder_is_not_left_behind(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    terminal = at_terminal(tmp_path, "render", "daily-12", "-o", str(folder / "x.opus"), "--cues", "tones", "--split")
    terminal.wait_for(lambda: any(folder.glob(".leanbreath-*/*.opus")))
    terminal.signal(signal.SIGINT)
    assert terminal.end() == 130 and list(folder.iterdir()) == []


def test_a_routine_fits_with_its_gaps_or_says_what_would(tmp_path: Path) -> None:
    options = ("render", "pre-run-6", "-o", str(tmp_path / "x.wav"), "--gap", "15s", "--cues", "tones", "--fit")
    refused = leanbreath(tmp_path, *options, "5m")
    assert refused.returncode == 1 and "doesn't fit into 5:00; its shortest form takes 5:0" in refused.stderr
    assert leanbreath(tmp_path, *options, "5m30s").returncode == 0
    assert 4 * 60 < soundfile.info(tmp_path / "x.wav").duration < 330 + OPENING_AND_TAIL


def test_options_for_audio_are_refused_for_other_files(tmp_path: Path) -> None:
    result = leanbreath(tmp_path, "render", "pre-run-6", "-o", str(tmp_path / "x.md"), "--gap", "10s", "--split")
    assert result.returncode == 1 and not (tmp_path / "x.md").exists()
    assert "--gap and --split are for audio such as x.mp3, not for x.md" in result.stderr
