"""`leanbreath pack-up`: a folder for the phone."""

from dataclasses import replace
from pathlib import Path

import click

from leanbreath.cli.options import sound_options
from leanbreath.cli.report import print_lines, print_message, print_problems, show_progress
from leanbreath.playback.audio_setup import AudioOptions
from leanbreath.presentation.terminal_text import align_columns
from leanbreath.take_along.options import Options, Report
from leanbreath.take_along.pack_up import pack_up as pack
from leanbreath.take_along.packed_routines import packed_routines
from leanbreath.userdata.library import load_library


@click.command("pack-up")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.argument("names", metavar="[NAME|FILE]...", nargs=-1)
@sound_options
def pack_up(folder: Path, names: tuple[str, ...], audio: AudioOptions) -> None:
    """Pack a folder for your phone: a page, audio and a card of each pinned routine, and the lean meter.

    Or name the routines. Open index.html on your phone. Run it again to renew what changed: what you no longer pack is
    removed, and your own files stay. It sounds as by day; --night packs the sounds of the evening.
    """
    library = load_library()
    routines, warnings = packed_routines(library, names)
    print_problems(warnings)
    options = Options(replace(audio, night=bool(audio.night)))
    packed = pack(folder, routines, library, options, Report(print_message, show_progress))
    print_lines(align_columns([(state, name) for name, state in packed.states.items()]))
    for name in packed.kept:
        print_message(f"{name} has been changed since it was packed, so it stays; delete it if you don't need it")
    for reason in packed.missing:
        print_message(reason)
