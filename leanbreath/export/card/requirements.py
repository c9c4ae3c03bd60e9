"""The packages that a card as PDF or SVG needs."""

from importlib.util import find_spec

from leanbreath.routine.problems import InvalidRequest

PACKAGES = ("fpdf", "pymupdf_fonts", "uharfbuzz")


def require_card_packages() -> None:
    """Raise `InvalidRequest` if a package that sets the type of a card is missing."""
    missing = [each for each in PACKAGES if find_spec(each) is None]
    if missing:
        more = "one more package; install it" if len(missing) == 1 else f"{len(missing)} more packages; install them"
        raise InvalidRequest(f"a card as PDF or SVG needs {more} with  pip install 'leanbreath[phone]'")
