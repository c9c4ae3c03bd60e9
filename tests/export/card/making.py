"""Cards for the tests."""

import re
from functools import cache
from io import BytesIO

from pypdf import PdfReader

from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.authoring.figures import load_figures
from leanbreath.export.card.content import Card, card_of, card_texts
from leanbreath.export.card.layout import Page, page_of
from leanbreath.export.card.pdf import pdf_bytes
from leanbreath.export.card.typefaces import typefaces_for
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.model import Routine
from leanbreath.score.compose import compose
from tests.routine.snippets import value_of

LIBRARY = Library((bundled_folder("drills"),))
ROUTINES = tuple(LIBRARY.routine_files)


@cache
def bundled_routine(name: str) -> Routine:
    """Return a bundled routine."""
    return value_of(LIBRARY.routine(name))


def card(routine: Routine) -> Card:
    """Return the card of a routine."""
    figures = load_figures(LIBRARY, routine.named_drills())
    return card_of(routine, compose(routine), figures, bundled_rules().cautions)


@cache
def bundled_card(name: str) -> Card:
    """Return the card of a bundled routine."""
    return card(bundled_routine(name))


@cache
def bundled_page(name: str) -> Page:
    """Return the page of a bundled routine."""
    return page(bundled_card(name))


def page(made: Card) -> Page:
    """Return the page of a card."""
    return page_of(made, typefaces_for(card_texts(made)).measure)


def pdf(made: Card) -> bytes:
    """Return the PDF of a card."""
    typefaces = typefaces_for(card_texts(made))
    return pdf_bytes(page_of(made, typefaces.measure), typefaces, made.title, "en")


@cache
def bundled_pdf(name: str) -> bytes:
    """Return the PDF of a bundled routine."""
    return pdf(bundled_card(name))


def read_pdf(content: bytes) -> tuple[int, str]:
    """Return how many pages a PDF has, and its text in one line."""
    reader = PdfReader(BytesIO(content))
    return len(reader.pages), in_one_line(" ".join(each.extract_text() for each in reader.pages))


def in_one_line(text: str) -> str:
    """Return a text without its line ends, even behind a hyphen."""
    return re.sub(r"(?<=\w-) (?=\w)", "", " ".join(text.split()))
