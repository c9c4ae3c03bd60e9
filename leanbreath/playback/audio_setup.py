"""How a score is to be heard: with which pack, which voice, which density; settings and options put together."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from leanbreath.routine.library import bundled_folder
from leanbreath.routine.problems import InvalidRequest, Problems, suggestion
from leanbreath.score.arrange import arrange
from leanbreath.score.phrases import ENGLISH, Phrases
from leanbreath.score.score import Density, Score
from leanbreath.score.speech import score_texts, session_texts
from leanbreath.sound.outputs import OutputName
from leanbreath.userdata.language import read_phrases
from leanbreath.userdata.library import pack_folders
from leanbreath.userdata.paths import cache_folder, phrases_folder
from leanbreath.userdata.settings import Settings, SoundSettings
from leanbreath.userdata.settings_file import save_setting

if TYPE_CHECKING:
    from leanbreath.sound.sound_bank import SoundBank


ENGLISH_ID = "en"


@dataclass(frozen=True)
class AudioOptions:
    """What the command line asks for; None where it leaves that to the settings."""

    output: OutputName | None = None
    device: str | None = None
    pack: str | None = None
    cues: Density | None = None
    voice: bool | None = None
    glide: bool | None = None
    night: bool | None = None

    def hearing(self, settings: Settings, now: datetime) -> tuple[SoundSettings, bool]:
        """Return what is to be heard at a time of the day, and whether it is what is heard at night."""
        night = settings.night.is_active(now.time()) if self.night is None else self.night
        wish = settings.sound_at(night)
        said = {key: getattr(self, key) for key in ("output", "device", "pack", "cues", "glide")}
        wish = replace(wish, **{key: value for key, value in said.items() if value is not None})
        if settings.language != ENGLISH_ID and wish.voice.name == ENGLISH_ID:
            wish = replace(wish, voice=replace(wish.voice, name=settings.language))
        if self.voice is False or (self.voice and wish.voice.engine == "off"):
            wish = replace(wish, voice=replace(wish.voice, engine="auto" if self.voice else "off"))
        return wish, night


@dataclass(frozen=True)
class PreparedAudio:
    """A score arranged for the voice that says it, the bank that plays it, and what there is to say about both."""

    score: Score
    bank: "SoundBank"
    notice: str = ""


def prepare_audio(
    score: Score,
    wish: SoundSettings,
    keys: bool = True,
    told: Callable[[int, int], None] = lambda number, numbers: None,
    stopped: Callable[[], bool] = lambda: False,
) -> PreparedAudio:
    """Return a score as it is wished to be heard; with `keys`, what only they lead to can be said too.

    `told` hears how many of how many lines the voice has said that were not kept; once it is `stopped`, it says none.
    """
    from leanbreath.sound.headroom import with_headroom
    from leanbreath.sound.pack import load_pack
    from leanbreath.sound.voice import VoiceUnavailable
    from leanbreath.sound.voice.choice import voice_engine
    from leanbreath.sound.voice.speech import speech_clips

    bank, notice = load_pack(pack_folder(wish.pack), cache_folder() / "sounds").bank, ""
    bank = bank if wish.glide else replace(bank, glides={})
    score = arrange(score, density=wish.cues)
    if wish.cues in ("full", "sparse") and wish.voice.engine != "off":
        try:
            lines = (session_texts if keys else score_texts)(score)
            spoken = speech_clips(
                lines, voice_engine(wish.voice), cache_folder() / "voice", on_progress=told, is_cancelled=stopped
            )
        except VoiceUnavailable as reason:
            notice = f"No voice: {reason}. Tones only."
        else:
            bank = replace(bank, speech=spoken.clips)
            score = arrange(score, {text: len(clip) for text, clip in spoken.clips.items()})
            if spoken.failed_count:
                notice = f"{spoken.failed_count} of {len(lines)} lines could not be said: {spoken.reason}."
    return PreparedAudio(score, with_headroom(bank.balanced(wish.balance), score), notice)


def phrases(language: str) -> Phrases:
    """Return the words of a language: English is built in, any other is a file of the user's."""
    if language == ENGLISH_ID:
        return ENGLISH
    path = phrases_folder() / f"{language}.yaml"
    if not path.exists():
        raise InvalidRequest(f'the settings ask for the language "{language}", and there is no file {path}')
    reading = read_phrases(path)
    if reading.problems or reading.value is None:
        raise Problems(reading.problems)
    return reading.value


def pack_folder(name: str) -> Path:
    """Return the folder of a sound pack, the user's own before a bundled one."""
    found = pack_folders()
    if name not in found:
        raise InvalidRequest(f'there is no sound pack "{name}"; {suggestion(name, found)}')
    return found[name]


def check_pack(name: str) -> None:
    """Raise `Problems` where a pack of the user's own has mistakes, and `InvalidRequest` where there is none."""
    folder = pack_folder(name)
    if not folder.is_relative_to(bundled_folder("sounds")):
        from leanbreath.sound.pack import load_pack

        load_pack(folder, cache_folder() / "sounds")


def keep_volume(decibels: int, night: bool) -> None:
    """Write the volume into the settings, if they can be written."""
    save_setting(("night" if night else "sound", "volume"), str(decibels))
