"""A routine as a card of one page: PDF and SVG to print, Markdown for notes."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.atomic_write import save
from leanbreath.authoring.figures import load_figures
from leanbreath.export.card.content import Card, card_of, card_texts
from leanbreath.export.card.markdown import markdown_text
from leanbreath.playback.audio_setup import load_phrases
from leanbreath.routine.model import Routine
from leanbreath.score.compose import compose
from leanbreath.score.own_breath import with_own_breath
from leanbreath.take_along.options import Options, Report
from leanbreath.userdata.settings_file import load_settings

if TYPE_CHECKING:
    from leanbreath.export.card.layout import Page
    from leanbreath.export.card.typefaces import Typefaces

MOST_LISTED = 12
"""How many missing characters a message lists."""


class PreparedCard(NamedTuple):
    """A card and the language it is in."""

    card: Card
    language: str


def write_card_pdf(routine: Routine, path: Path, options: Options, report: Report) -> tuple[Path, ...]:
    """Write the card of a routine as a PDF."""
    from leanbreath.export.card.pdf import pdf_bytes  # here, since only a PDF needs its packages

    card, language = _prepare(routine, options)
    page, typefaces = _set(card, report)
    if typefaces.missing:
        report.message(missing_characters(typefaces.missing))
    save(path, pdf_bytes(page, typefaces, card.title, language))
    return (path,)


def write_card_svg(routine: Routine, path: Path, options: Options, report: Report) -> tuple[Path, ...]:
    """Write the card of a routine as an SVG."""
    from leanbreath.export.card.svg import svg_text  # here, with the fonts it is measured by

    card, language = _prepare(routine, options)
    page, _ = _set(card, report)
    save(path, svg_text(page, card.title, language))
    return (path,)


def write_card_markdown(routine: Routine, path: Path, options: Options, report: Report) -> tuple[Path, ...]:
    """Write the card of a routine as Markdown."""
    save(path, markdown_text(_prepare(routine, options).card))
    return (path,)


def missing_characters(missing: tuple[str, ...]) -> str:
    """Return what to tell about characters that no font has."""
    listed = " ".join(f"{char} (U+{ord(char):04X})" for char in missing[:MOST_LISTED])
    more = f" and {len(missing) - MOST_LISTED} more" if len(missing) > MOST_LISTED else ""
    return f'no font here has {listed}{more}: "?" is printed in their place; install one that has them, such as Noto'


def _prepare(routine: Routine, options: Options) -> PreparedCard:
    language = load_settings().language
    score = with_own_breath(compose(routine, phrases=load_phrases(language)), options.own_breath)
    figures = load_figures(options.library, routine.named_drills())
    return PreparedCard(card_of(routine, score, figures, bundled_rules().cautions), language)


def _set(card: Card, report: Report) -> "tuple[Page, Typefaces]":
    """Return the page of a card, and the typefaces it is set in."""
    from leanbreath.export.card.layout import page_of
    from leanbreath.export.card.typefaces import typefaces_for

    typefaces = typefaces_for(card_texts(card))
    page = page_of(card, typefaces.measure)
    if page.left_out:
        report.message(f"the page has no room for the last {page.left_out} steps")
    return page, typefaces
