"""Which writer writes a file, by its suffix."""

from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from leanbreath.export.formats import FORMATS
from leanbreath.routine.problems import InvalidRequest
from leanbreath.take_along.options import Options, Writer


class Place(NamedTuple):
    """Where to find a writer, and what finds out whether it can write a file; only what is used is imported."""

    writer: str
    requirement: str | None = None


AUDIO = Place("leanbreath.take_along.audio:write_audio", "leanbreath.export.audio_file:require_audio_packages")

CARD = "leanbreath.take_along.card:write_card_"
CARD_PACKAGES = "leanbreath.export.card.requirements:require_card_packages"

PAGE = Place("leanbreath.take_along.page:write_page", "leanbreath.export.web.requirements:require_page_packages")

PLACES = {
    **dict.fromkeys(FORMATS, AUDIO),
    ".html": PAGE,
    ".pdf": Place(f"{CARD}pdf", CARD_PACKAGES),
    ".svg": Place(f"{CARD}svg", CARD_PACKAGES),
    ".md": Place(f"{CARD}markdown"),
}


def writer(path: Path) -> Writer:
    """Return what writes a file; raise `InvalidRequest` if nothing does, or if it needs a package that is missing."""
    place = PLACES.get(path.suffix.lower())
    if place is None:
        raise InvalidRequest(f'"{path.name}" can\'t be written; give it one of the suffixes {", ".join(PLACES)}')
    if place.requirement:
        _load(place.requirement)()
    found: Writer = _load(place.writer)
    return found


def require_options(path: Path, options: Options) -> None:
    """Raise `InvalidRequest` if a file has no use for an option that was given."""
    only_audio = {"--wait": options.wait is not None, "--gap": options.gap, "--split": options.split}
    given = [name for name, is_given in only_audio.items() if is_given]
    if given and path.suffix.lower() not in FORMATS:
        tap = "; a page waits until you tap" if "--wait" in given and path.suffix.lower() == ".html" else ""
        is_for = f"{' and '.join(given)} {'is' if len(given) == 1 else 'are'} for audio"
        raise InvalidRequest(f"{is_for} such as {path.stem}.mp3, not for {path.name}{tap}")


def _load(place: str) -> Any:
    module, _, name = place.partition(":")
    return getattr(import_module(module), name)
