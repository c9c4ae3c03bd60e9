"""The form of a sound pack's `pack.yaml`."""

from dataclasses import dataclass

from leanbreath.score.score import Sound


@dataclass(frozen=True, kw_only=True)
class PackForm:
    """`pack.yaml`: what the pack is called, whose it is, and which file is which cue."""

    pack: str
    title: str
    licence: str
    origin: str
    cues: dict[Sound, str]
