"""A folder of audio files, one for each piece of a recording, with a playlist; written completely or not at all."""

from collections.abc import Generator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from leanbreath.atomic_write import errors_reported, replacing_folder
from leanbreath.export.audio_file import errors_of_audio
from leanbreath.export.chapters import Piece, pieces
from leanbreath.export.playlist import entries_of, file_names, playlist
from leanbreath.export.tags import Tags, Track, write_tags
from leanbreath.routine.problems import InvalidRequest
from leanbreath.score.recording import Recording

if TYPE_CHECKING:
    from leanbreath.sound.sound_bank import SoundBank

MOST_LISTED = 3
"""How many files of others a message names."""


def _pieces(recording: Recording) -> tuple[Piece, ...]:
    """Return the pieces of a recording, or the whole of one that has none."""
    return pieces(recording) or (Piece(0, recording.total, recording.routine.title),)


def audio_paths(recording: Recording, folder: Path, suffix: str) -> tuple[Path, ...]:
    """Return the files that are written, the playlist first."""
    names = file_names([piece.title for piece in _pieces(recording)], suffix)
    return (_playlist_path(folder), *(folder / name for name in names))


def write_audio_folder(
    recording: Recording, bank: "SoundBank", folder: Path, suffix: str, tags: Tags
) -> Generator[int, None, None]:
    """Write a recording to a folder; yield the frames in all, then those after each block.

    Raise `InvalidRequest` if it can't be written, or if files of others are in it. Closing it early leaves no folder,
    or the one that was there.
    """
    from leanbreath.export.audio import frame_count, render

    require_own_folder(folder)
    *others, last = _pieces(recording)
    parts = (*others, last._replace(end=frame_count(recording, bank)))
    listed, *paths = audio_paths(recording, folder, suffix)
    with errors_of_audio(folder), replacing_folder(folder) as made:
        yield parts[-1].end
        for number, (piece, path) in enumerate(zip(parts, paths, strict=True), 1):
            yield from render(recording, bank, made / path.name, piece)
            track = Track(number, len(parts), tags.title)
            write_tags(made / path.name, replace(tags, title=piece.title, track=track))
        (made / listed.name).write_text(playlist(tags.title, parts, [path.name for path in paths]), "utf-8")


def require_own_folder(folder: Path) -> None:
    """Raise `InvalidRequest` if a folder holds files that no earlier recording in it has written."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise InvalidRequest(f"{folder} is a file, and --split writes a folder; name another with -o")
    own = {_playlist_path(folder).name, *entries_of(_playlist_path(folder))}
    with errors_reported(folder):
        others = sorted(each.name for each in folder.iterdir() if each.name not in own)
    if others:
        raise InvalidRequest(
            f"the folder {folder} has files of yours ({_listed(others)}); name another with -o, or move them"
        )


def _listed(names: Sequence[str]) -> str:
    return ", ".join((*names[:MOST_LISTED], *(["…"] if len(names) > MOST_LISTED else [])))


def _playlist_path(folder: Path) -> Path:
    return folder / f"{folder.name}.m3u8"
