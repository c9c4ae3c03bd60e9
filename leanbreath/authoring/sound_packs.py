"""All that is wrong with a pack of sounds: its keys, cues it has no sound for, and sounds that cannot be played."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from leanbreath.routine.problems import Problem, nearest_name
from leanbreath.routine.reader import read_file_as, with_source_lines
from leanbreath.routine.reader.yaml_tree import MappingNode, Node, ScalarNode
from leanbreath.score.score import Sound
from leanbreath.sound.pack_file import PackForm


def pack_problems(path: Path) -> tuple[Problem, ...]:
    """Return the problems of a pack and of the sounds beside it."""
    reading = read_file_as(path, PackForm)
    cues = reading.tree.get("cues") if reading.tree else None
    if not isinstance(cues, MappingNode):
        return reading.problems
    found = (*_silent(cues), *(problem for entry in cues.entries for problem in _unplayable(path.parent, entry.node)))
    return tuple(sorted((*reading.problems, *with_source_lines(found, reading.text))))


def _silent(cues: MappingNode) -> Iterator[Problem]:
    """Yield the problem of cues that have no sound, but for those that a misspelt one stands for."""
    known = get_args(Sound)
    named = {entry.key if entry.key in known else nearest_name(entry.key, known) for entry in cues.entries}
    if missing := [cue for cue in known if cue not in named]:
        yield Problem(cues.place, f"no sound for {', '.join(missing)}", "name a file for each cue")


def _unplayable(folder: Path, node: Node) -> Iterator[Problem]:
    """Yield the problem of a sound that is not beside its pack, or cannot be read."""
    from leanbreath.sound.sound_file import Unplayable, read_sound  # here, since it needs numpy

    named = node.get("file") if isinstance(node, MappingNode) else node
    if not isinstance(named, ScalarNode) or not isinstance(named.value, str) or not named.value:
        return
    try:
        if not (folder / named.value).resolve().is_relative_to(folder.resolve()):
            message = f"{named.value} leads out of the folder of this pack"
            yield Problem(named.place, message, "keep the sounds beside pack.yaml")
            return
        read_sound(folder / named.value)
    except (Unplayable, OSError, ValueError) as error:  # a name that is too long, or none, is no file either
        fix = "name a WAV, FLAC, MP3 or Ogg Vorbis file of at most 30 seconds"
        yield Problem(named.place, f"{named.value} cannot be read: {error}", fix)
