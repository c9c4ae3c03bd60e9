"""A recording in pieces: joined they are the whole, and a folder holds all of them or is left as it was."""

import wave
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from mutagen import File

from leanbreath.export.audio import frame_count, render
from leanbreath.export.audio_file import write_audio_file
from leanbreath.export.audio_folder import audio_paths, write_audio_folder
from leanbreath.export.chapters import Piece, chapters, pieces
from leanbreath.export.formats import FORMATS
from leanbreath.export.tags import Tags
from leanbreath.routine.model import Rest
from leanbreath.routine.problems import InvalidRequest
from leanbreath.score.recording import Recording, introduction_texts, recorded_introduction
from leanbreath.score.score import RATE
from leanbreath.sound.mixer import mix_score
from leanbreath.sound.pcm import to_pcm16
from tests.export.making import BANK, short_score
from tests.score.making import score

SCORE = short_score()
RECORDING = Recording(SCORE, recorded_introduction(SCORE, introduction_texts(SCORE)))
TAGS = Tags("Two / rocks", "Comment")
NAMES = [
    "01 Introduction.wav",
    "02 Ankle rocks at the wall, left side.wav",
    "03 Ankle rocks at the wall, right side.wav",
    "lab.m3u8",
]


def samples(path: Path) -> np.ndarray:
    with wave.open(str(path)) as file:
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, 2)


def write(folder: Path, suffix: str = ".wav") -> list[int]:
    return list(write_audio_folder(RECORDING, BANK, folder, suffix, TAGS))


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_the_pieces_joined_are_the_whole_bit_for_bit(tmp_path):
    written = write(tmp_path / "lab")
    list(write_audio_file(RECORDING, BANK, tmp_path / "lab.wav", TAGS))
    whole = samples(tmp_path / "lab.wav")
    parts = [samples(path) for path in audio_paths(RECORDING, tmp_path / "lab", ".wav")[1:]]
    assert np.array_equal(np.concatenate(parts), whole)
    assert written[0] == written[-1] == len(whole) and written[1:] == sorted(written[1:])


def test_the_routine_sounds_after_its_introduction_as_it_does_alone(tmp_path):
    list(render(RECORDING, BANK, tmp_path / "x.wav", Piece(0, frame_count(RECORDING, BANK), "x")))
    alone = to_pcm16(mix_score(SCORE, BANK, 0, SCORE.total + BANK.tail))
    assert np.array_equal(samples(tmp_path / "x.wav")[RECORDING.start :], alone)


def test_pieces_and_chapters_are_the_same_parts():
    assert [(each.start * 1000 // RATE, each.title) for each in pieces(RECORDING)] == [
        (each.start_ms, each.title) for each in chapters(RECORDING)
    ]
    assert pieces(RECORDING)[0] == (0, RECORDING.start, "Introduction")


@pytest.mark.parametrize("suffix", FORMATS)
def test_each_file_knows_its_title_its_number_and_what_it_belongs_to(tmp_path, suffix):
    write(tmp_path / "lab", suffix)
    found = [path for path in sorted((tmp_path / "lab").iterdir()) if path.suffix == suffix]
    for number, path in enumerate(found, 1):
        tags = File(path)
        keys = ("TIT2", "TRCK", "TALB") if suffix in (".mp3", ".wav") else ("title", "tracknumber", "album")
        title, track, album = (str(tags[key][0]) for key in keys)
        assert (title, track.partition("/")[0], album) == (pieces(RECORDING)[number - 1].title, str(number), TAGS.title)
    assert len(found) == 3


def test_the_playlist_names_every_file_next_to_it(tmp_path):
    write(tmp_path / "lab")
    assert names(tmp_path / "lab") == NAMES
    lines = (tmp_path / "lab" / "lab.m3u8").read_text("utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == NAMES[:-1]
    lengths = [len(samples(tmp_path / "lab" / name)) / RATE for name in NAMES[:-1]]
    assert [int(line[8:].partition(",")[0]) for line in lines if line.startswith("#EXTINF:")] == [*map(round, lengths)]


def test_a_folder_of_an_earlier_recording_is_replaced(tmp_path):
    write(tmp_path / "lab", ".flac")
    write(tmp_path / "lab")
    assert names(tmp_path / "lab") == NAMES and names(tmp_path) == ["lab"]


def test_an_empty_folder_may_be_there(tmp_path):
    (tmp_path / "lab").mkdir()
    write(tmp_path / "lab")
    assert names(tmp_path / "lab") == NAMES


@pytest.mark.parametrize("mine", ["notes.txt", "04 more.wav", "other.m3u8"])
def test_files_of_others_are_never_touched(tmp_path, mine):
    write(tmp_path / "lab")
    (tmp_path / "lab" / mine).write_text("mine")
    before = {path.name: path.read_bytes() for path in (tmp_path / "lab").iterdir()}
    with pytest.raises(InvalidRequest, match=f"has files of yours \\({mine}\\); name another with -o, or move them"):
        write(tmp_path / "lab")
    assert {path.name: path.read_bytes() for path in (tmp_path / "lab").iterdir()} == before


def test_a_file_of_the_same_name_is_never_replaced(tmp_path):
    (tmp_path / "lab").write_text("mine")
    with pytest.raises(InvalidRequest, match="is a file, and --split writes a folder"):
        write(tmp_path / "lab")
    assert (tmp_path / "lab").read_text() == "mine"


@pytest.mark.parametrize("blocks", [1, 2, 3])
def test_what_is_interrupted_leaves_what_was_there(tmp_path, blocks):
    write(tmp_path / "lab", ".flac")
    before = names(tmp_path / "lab")
    for folder in (tmp_path / "lab", tmp_path / "new"):
        written = write_audio_folder(RECORDING, BANK, folder, ".wav", TAGS)
        for _ in range(blocks):
            next(written)
        written.close()
    assert names(tmp_path / "lab") == before and names(tmp_path) == ["lab"]


def test_a_recording_without_steps_is_one_file(tmp_path):
    rest = Recording(score(Rest(Fraction(2))))
    list(write_audio_folder(rest, BANK, tmp_path / "lab", ".wav", TAGS))
    assert names(tmp_path / "lab") == ["01 Own.wav", "lab.m3u8"]


def test_a_folder_that_cannot_be_made_is_reported(tmp_path):
    with pytest.raises(InvalidRequest, match="cannot write "):
        write(tmp_path / "nowhere" / "lab")
