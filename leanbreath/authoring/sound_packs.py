"""The problems of a sound pack: its keys, missing cues, and sounds that can't be played."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from leanbreath.routine.name_suggestions import nearest_name
from leanbreath.routine.problems import Problem
from leanbreath.routine.reader import ReadResult, with_source_lines
from leanbreath.routine.yaml_nodes import MappingNode, Node, ScalarNode
from leanbreath.score.score import Sound
from leanbreath.sound.pack_file import PackForm


def pack_problems(result: ReadResult[PackForm], folder: Path) -> tuple[Problem, ...]:
    """Return the problems of a pack and of its sounds in a folder."""
    cues = result.tree.get("cues") if result.tree else None
    if not isinstance(cues, MappingNode):
        return result.problems
    found = (
        *_missing_sounds(cues),
        *(problem for entry in cues.entries for problem in _unplayable_sound(folder, entry.node)),
    )
    return tuple(sorted((*result.problems, *with_source_lines(found, result.text))))


def _missing_sounds(cues: MappingNode) -> Iterator[Problem]:
    """Yield a problem if some cues have no sound; a misspelt cue counts as the one it is most like."""
    known = get_args(Sound)
    named = {entry.key if entry.key in known else nearest_name(entry.key, known) for entry in cues.entries}
    if missing := [cue for cue in known if cue not in named]:
        yield Problem(cues.place, f"no sound for {', '.join(missing)}", "name a file for each cue")


def _unplayable_sound(folder: Path, node: Node) -> Iterator[Problem]:
    """Yield the problem of a sound that is outside the pack's folder, or can't be read."""
    from leanbreath.sound.sound_file import Unplayable, read_sound  # here, since it needs numpy

    named = node.get("file") if isinstance(node, MappingNode) else node
    if not isinstance(named, ScalarNode) or not isinstance(named.value, str) or not named.value:
        return
    try:
        if not (folder / named.value).resolve().is_relative_to(folder.resolve()):
            message = f"{named.value} is outside the folder of this pack"
            yield Problem(named.place, message, "put the sounds next to pack.yaml")
            return
        read_sound(folder / named.value)
    except (Unplayable, OSError, ValueError) as error:  # a name that is too long, or isn't one, is no file either
        fix = "use a WAV, FLAC, MP3 or Ogg Vorbis file of at most 30 seconds"
        yield Problem(named.place, f"can't read {named.value}: {error}", fix)
