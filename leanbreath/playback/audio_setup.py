"""The audio of a session: settings and options put together, the pack loaded, the lines said by the voice."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from leanbreath.playback.session_speech import SessionSpeech
from leanbreath.routine.library import bundled_folder
from leanbreath.routine.name_suggestions import suggestion
from leanbreath.routine.problems import InvalidRequest, Problems
from leanbreath.score.arrange import arrange
from leanbreath.score.phrases import ENGLISH, Phrases
from leanbreath.score.score import Density, Score
from leanbreath.score.speakable import ENGLISH_ID
from leanbreath.score.speech import score_texts, session_texts
from leanbreath.sound.outputs import OutputName
from leanbreath.userdata.language import read_phrases
from leanbreath.userdata.library import pack_folders
from leanbreath.userdata.paths import cache_folder, phrases_folder
from leanbreath.userdata.settings import Settings, SoundSettings
from leanbreath.userdata.settings_file import save_setting

if TYPE_CHECKING:
    from leanbreath.sound.sound_bank import SoundBank


@dataclass(frozen=True)
class AudioOptions:
    """What the command line asks for; None leaves it to the settings."""

    output: OutputName | None = None
    device: str | None = None
    pack: str | None = None
    cues: Density | None = None
    voice: bool | None = None
    glide: bool | None = None
    night: bool | None = None

    def sound_settings(self, settings: Settings, now: datetime) -> tuple[SoundSettings, bool]:
        """Return the settings with these options at a time of the day, and whether they are those of the night."""
        is_night = settings.night.is_active(now.time()) if self.night is None else self.night
        sound = settings.sound_at(is_night)
        given = {key: getattr(self, key) for key in ("output", "device", "pack", "cues", "glide")}
        sound = replace(sound, **{key: value for key, value in given.items() if value is not None})
        if settings.language != ENGLISH_ID and sound.voice.name == ENGLISH_ID:
            sound = replace(sound, voice=replace(sound.voice, name=settings.language))
        if self.voice is False or (self.voice and sound.voice.engine == "off"):
            sound = replace(sound, voice=replace(sound.voice, engine="auto" if self.voice else "off"))
        return sound, is_night


@dataclass(frozen=True)
class PreparedAudio:
    """A score arranged for the voice that says it, the sound bank that plays it, and a notice about both.

    `speech` says the lines that are not ready yet, if there is a voice.
    """

    score: Score
    bank: "SoundBank"
    notice: str = ""
    speech: SessionSpeech | None = None


def prepare_audio(
    score: Score,
    settings: SoundSettings,
    language: str = ENGLISH_ID,
    has_keys: bool = True,
    on_progress: Callable[[int, int], None] = lambda number, count: None,
    is_cancelled: Callable[[], bool] = lambda: False,
    seconds: float | None = None,
    on_tones: "Callable[[SoundBank], None]" = lambda bank: None,
    more_lines: tuple[str, ...] = (),
) -> PreparedAudio:
    """Return the audio of a score, with some more lines; with keys, it includes the lines that only a key leads to.

    `on_progress` is called with how many of how many new lines the voice has said; once `is_cancelled`, it stops. After
    some `seconds` the lines that are still missing are said in the background. `on_tones` receives the bank without the
    voice as soon as it is there.
    """
    from leanbreath.sound.headroom import with_headroom
    from leanbreath.sound.pack import load_pack
    from leanbreath.sound.voice.choice import voice_engines

    bank = load_pack(pack_folder(settings.pack), cache_folder() / "sounds").bank
    bank = bank if settings.glide else replace(bank, glides={})
    on_tones(bank)
    score = arrange(score, density=settings.cues)
    speech = None
    if settings.cues in ("full", "sparse") and settings.voice.engine != "off":
        needed = tuple(dict.fromkeys((*more_lines, *score_texts(score))))
        lines = tuple(dict.fromkeys((*needed, *session_texts(score)))) if has_keys else needed
        engines = voice_engines(settings.voice, settings.pace, language)
        speech = SessionSpeech(lines, engines, cache_folder() / "voice", language, len(needed))
        speech.speak(on_progress, is_cancelled, seconds)
        score = arrange(score, speech.clips.fix_lengths(lines if speech.is_going_on else ()))
        bank = replace(bank, speech=speech.clips, longest_line=speech.clips.longest)
    bank = with_headroom(bank.balanced(settings.balance), score)
    return PreparedAudio(score, bank, speech.notice if speech else "", speech)


def load_phrases(language: str) -> Phrases:
    """Return the phrases of a language: English is built in, any other is a file of the user's."""
    if language == ENGLISH_ID:
        return ENGLISH
    path = phrases_folder() / f"{language}.yaml"
    if not path.exists():
        raise InvalidRequest(f'your settings ask for the language "{language}", but there is no file {path}')
    reading = read_phrases(path)
    if reading.problems or reading.value is None:
        raise Problems(reading.problems)
    return reading.value


def pack_folder(name: str) -> Path:
    """Return the folder of a sound pack, the user's own before a bundled one."""
    found = pack_folders()
    if name not in found:
        raise InvalidRequest(f'no sound pack "{name}"; {suggestion(name, found)}')
    return found[name]


def check_pack(name: str) -> None:
    """Raise `Problems` if a pack of the user's own has mistakes, and `InvalidRequest` if there is no such pack."""
    folder = pack_folder(name)
    if not folder.is_relative_to(bundled_folder("sounds")):
        from leanbreath.sound.pack import load_pack

        load_pack(folder, cache_folder() / "sounds")


def save_volume(decibels: int, is_night: bool) -> None:
    """Write the volume to the settings, if they can be written."""
    save_setting(("night" if is_night else "sound", "volume"), str(decibels))


def save_offset(milliseconds: int) -> str:
    """Write the offset to the settings; return the reason if that is impossible."""
    return save_setting(("sound", "offset"), str(milliseconds))
