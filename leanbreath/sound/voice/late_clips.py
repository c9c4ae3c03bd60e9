"""Clips that are added while others are played: a line that comes late has to fit the time it was given."""

from collections.abc import Iterable, Iterator, Mapping
from threading import Lock

from leanbreath.score.speech_pace import estimated_frames
from leanbreath.sound.voice.clip import Clip

MARGIN = 1.2
"""How much longer than estimated, at the pace of the lines there are, a late line may be."""


class LateClips(Mapping[str, Clip]):
    """Clips by text; a thread may add some while another plays."""

    def __init__(self) -> None:
        self._clips: dict[str, Clip] = {}
        self._frames: dict[str, int] = {}
        self._is_fixed = False
        self._lock = Lock()

    def __getitem__(self, text: str) -> Clip:
        return self._clips[text]

    def __iter__(self) -> Iterator[str]:
        return iter(self._clips)

    def __len__(self) -> int:
        return len(self._clips)

    @property
    def longest(self) -> int:
        """The most frames of a clip, whether it is there or still to come."""
        return max((*map(len, self._clips.values()), *self._frames.values()), default=0)

    def add(self, text: str, clip: Clip) -> None:
        """Add a clip, unless the lines are arranged and it is longer than its time."""
        with self._lock:
            if not self._is_fixed or len(clip) <= self._frames.get(text, 0):
                self._clips = {**self._clips, text: clip}  # a copy, since the other thread may be reading

    def clear(self) -> None:
        """Remove every clip, so that another voice can begin."""
        with self._lock:
            self._clips = {} if not self._is_fixed else self._clips

    def fix_lengths(self, texts: Iterable[str]) -> Mapping[str, int]:
        """Return how many frames each text takes, or may take if it comes late; they hold from now on."""
        with self._lock:
            self._is_fixed = True
            known = sum(map(estimated_frames, self._clips))
            pace = sum(map(len, self._clips.values())) / known if known else 1.0
            late = {text: round(estimated_frames(text) * pace * MARGIN) for text in texts if text not in self._clips}
            self._frames = late
            return {text: len(clip) for text, clip in self._clips.items()} | late
