"""`leanbreath doctor`: what there is to play sound with, and every sound once."""

import sys
from datetime import datetime
from time import monotonic

import click

from leanbreath.cli.options import playback_options
from leanbreath.cli.report import print_lines, print_message
from leanbreath.playback.audio_setup import AudioOptions, check_pack
from leanbreath.playback.diagnostics import reason_for_silence, report_lines, try_outputs
from leanbreath.playback.terminal import has_screen
from leanbreath.playback.time_source import local_time
from leanbreath.reminders.report import reminder_lines
from leanbreath.routine.problems import InvalidRequest
from leanbreath.userdata.settings import SoundSettings
from leanbreath.userdata.settings_file import load_settings

WITHOUT_CLICKS = ("silent", "bell", "simpleaudio")
"""Outputs that play no click whose time is known."""


@click.command()
@click.option("--play/--no-play", default=True, help="Play every sound once, or only print the report.")
@click.option("--sync", is_flag=True, help="Match a flash to a click, for headphones with a delay.")
@playback_options
def doctor(play: bool, sync: bool, audio: AudioOptions) -> int:
    """Check your sound.

    It tries outputs, voices and sound packs, says what is missing, and plays every sound once.
    """
    settings = load_settings()
    sound, _ = audio.sound_settings(settings, datetime.now())
    check_pack(sound.pack)
    if sync:
        return _sync(sound, settings.screen.theme)
    outputs = try_outputs(sound)
    print_lines(report_lines(sound, outputs, settings.language, {"reminder": _reminder}))
    if not play:
        return 0
    if sound.output == "silent" or sound.cues == "off":
        print_message("playback is disabled in your settings: the output is silent, or cues are off")
        return 0
    if reason := reason_for_silence(sound, outputs):
        print_message(f"nothing can be played: {reason}, or use the terminal's bell with  --output bell")
        return 1
    from leanbreath.cli.session import show_sound_check  # here, since nothing else needs a session

    return show_sound_check(sound, monotonic())


def _reminder() -> str:
    try:
        return "\n".join(reminder_lines(local_time(), datetime.astimezone))
    except InvalidRequest as request:
        return str(request)


def _sync(sound: SoundSettings, theme: str) -> int:
    if not has_screen(sys.stdin, sys.stdout):
        print_message("leanbreath doctor --sync needs a terminal")
        return 1
    if sound.output in WITHOUT_CLICKS:
        print_message(f"leanbreath doctor --sync can't be heard with the output {sound.output}; add  --output auto")
        return 1
    if reason := reason_for_silence(sound, try_outputs(sound)):
        print_message(f"there is no click to match: {reason}")
        return 1
    from leanbreath.cli.session import show_sync_check  # here, since nothing else needs a session

    return show_sync_check(sound, theme, monotonic())
