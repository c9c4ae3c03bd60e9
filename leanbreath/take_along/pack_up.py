"""A folder for the phone: page, audio and card of some routines, the lean meter, and an index of them."""

from collections.abc import Callable, Iterator, Sequence, Set
from functools import partial
from pathlib import Path

from leanbreath.export.web.index_page import IndexEntry, index_page
from leanbreath.playback.audio_setup import load_phrases
from leanbreath.presentation.preparation_card import preparation_card
from leanbreath.routine.library import Library
from leanbreath.routine.model import Routine
from leanbreath.score.compose import compose
from leanbreath.score.phrases import Phrases
from leanbreath.take_along.lean_meter import FILE_NAME as LEAN_METER
from leanbreath.take_along.lean_meter import write_lean_meter
from leanbreath.take_along.options import Options, Report
from leanbreath.take_along.pack_inputs import PackInputs
from leanbreath.take_along.pack_items import INDEX, Item, Pack, pack_items
from leanbreath.take_along.writers import writer
from leanbreath.userdata.settings_file import load_settings

SUFFIXES = (".html", ".mp3", ".pdf")
"""What is packed of each routine: its page, its audio and its card."""

RESERVED = {"index", "lean", "con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
"""Names of our own files, and names that Windows keeps for devices."""


def pack_up(path: Path, routines: Sequence[Routine], library: Library, options: Options, report: Report) -> Pack:
    """Pack routines into a folder, and remove what was packed of others.

    Raise `InvalidRequest` if that is impossible; what was written until then is whole, and the next run continues.
    """
    inputs = PackInputs(library, load_settings(), options)
    lean_meter = Item(LEAN_METER, inputs.of_lean_meter(), lambda: write_lean_meter)
    items = (*_routine_items(routines, inputs, report), lean_meter)
    return pack_items(path, items, lambda packed: _index_item(routines, packed, inputs))


def file_name(id: str, suffix: str) -> str:
    """Return the name of a routine's file; an underscore, which no id has, sets it apart from reserved names."""
    return f"{id}_{suffix}" if id in RESERVED else f"{id}{suffix}"


def _routine_items(routines: Sequence[Routine], inputs: PackInputs, report: Report) -> Iterator[Item]:
    for routine in routines:
        for suffix in SUFFIXES:
            name = file_name(routine.id or "", suffix)
            yield Item(name, inputs.of_routine(routine, suffix), partial(_routine_maker, routine, name, inputs, report))


def _routine_maker(routine: Routine, name: str, inputs: PackInputs, report: Report) -> Callable[[Path], object]:
    write = writer(Path(name))
    return lambda path: write(routine, path, inputs.options, report)


def _index_item(routines: Sequence[Routine], packed: Set[str], inputs: PackInputs) -> Item:
    def write(path: Path) -> None:
        phrases = load_phrases(inputs.settings.language)
        entries = [entry for routine in routines if (entry := _index_entry(routine, phrases, packed)).files]
        path.write_text(index_page(entries, LEAN_METER, phrases.safety), "utf-8")

    return Item(INDEX, inputs.of_index(tuple(sorted(packed)), tuple(routines)), lambda: write)


def _index_entry(routine: Routine, phrases: Phrases, packed: Set[str]) -> IndexEntry:
    card = preparation_card(routine, compose(routine, phrases=phrases))
    names = (file_name(routine.id or "", suffix) for suffix in SUFFIXES)
    return IndexEntry(card.title, card.duration, card.about, [name for name in names if name in packed])
