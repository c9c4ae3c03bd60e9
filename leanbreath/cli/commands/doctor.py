"""`leanbreath doctor`: what there is to play sound with, and every sound once."""

from datetime import datetime
from time import monotonic

import click

from leanbreath.cli.options import playback_options
from leanbreath.cli.report import print_lines, print_message
from leanbreath.playback.audio_setup import AudioOptions, check_pack
from leanbreath.playback.diagnostics import reason_for_silence, report_lines, try_outputs
from leanbreath.userdata.settings_file import load_settings


@click.command()
@click.option("--play/--no-play", default=True, help="Play every sound once, or only print the report.")
@playback_options
def doctor(play: bool, audio: AudioOptions) -> int:
    """Check your sound.

    It tries outputs, voices and sound packs, says what is missing, and plays every sound once.
    """
    sound, _ = audio.sound_settings(load_settings(), datetime.now())
    check_pack(sound.pack)
    outputs = try_outputs(sound)
    print_lines(report_lines(sound, outputs))
    if not play:
        return 0
    if sound.output == "silent" or sound.cues == "off":
        print_message("playback is disabled in your settings: the output is silent, or cues are off")
        return 0
    if reason := reason_for_silence(sound, outputs):
        print_message(f"nothing can be played: {reason}")
        return 1
    from leanbreath.cli.session import show_sound_check  # here, since nothing else needs a session

    return show_sound_check(sound, monotonic())
