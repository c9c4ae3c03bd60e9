"""A card as one SVG, with presentation attributes only: nothing in it runs, and it needs no other file."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from leanbreath.export.card.drawing import Layer, Panel, panels
from leanbreath.export.card.layout import Page, Rule
from leanbreath.export.card.paper import PAGE_HEIGHT, PAGE_WIDTH
from leanbreath.export.card.paragraph import MILLIMETRES, Text
from leanbreath.figure.svg import path_data
from leanbreath.unsafe_characters import without_unsafe

FONTS = "FiraGO, 'Noto Sans', 'DejaVu Sans', 'Helvetica Neue', Arial, sans-serif"
BASELINE = 0.78
"""Where letters stand, as a share of the height of their line."""


def svg_text(page: Page, title: str, language: str) -> str:
    """Return a page as an SVG."""
    size = f'width="{PAGE_WIDTH:g}mm" height="{PAGE_HEIGHT:g}mm" viewBox="0 0 {PAGE_WIDTH:g} {PAGE_HEIGHT:g}"'
    shapes = "\n".join(
        (*map(_rule, page.rules), *(_panel(each) for picture in page.pictures for each in panels(picture)))
    )
    texts = "\n".join(map(_text, page.texts))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} lang={quoteattr(language)}>\n'
        f"<title>{_xml(title)}</title>\n"
        f'<rect width="{PAGE_WIDTH:g}" height="{PAGE_HEIGHT:g}" fill="#ffffff"/>\n{shapes}\n'
        f'<g font-family="{FONTS}">\n{texts}\n</g>\n</svg>\n'
    )


def _rule(rule: Rule) -> str:
    ends = f'x1="{rule.left:.2f}" y1="{rule.top:.2f}" x2="{rule.right:.2f}" y2="{rule.bottom:.2f}"'
    return f'<line {ends} stroke="#000000" stroke-width="{rule.thickness:g}"/>'


def _panel(panel: Panel) -> str:
    """Return a part of a figure, which an inner SVG cuts off at its box."""
    box = [f"{each:.2f}" for each in panel[:4]]
    place = " ".join(f'{key}="{value}"' for key, value in zip(("x", "y", "width", "height"), box, strict=True))
    drawn = "".join(path for each in panel.layers for path in _paths(each))
    return f'<svg {place} viewBox="{" ".join(box)}">{drawn}</svg>'


def _paths(layer: Layer) -> Iterator[str]:
    data = "".join(map(path_data, layer.shapes))
    if layer.edge:
        yield f'<path d="{data}" fill="#ffffff" stroke="#ffffff" stroke-width="{layer.edge:.2f}"/>'
    yield f'<path d="{data}" fill="{_shade(layer.grey)}"/>'


def _text(text: Text) -> str:
    """Return a text as wide as its box, whichever font the reader has."""
    at = f'x="{text.left:.2f}" y="{text.top + BASELINE * text.height:.2f}" textLength="{text.width:.2f}"'
    weight = ' font-weight="bold"' if text.style.bold else ""
    look = f'font-size="{text.style.size * MILLIMETRES:.2f}"{weight}'
    return f'<text {at} lengthAdjust="spacingAndGlyphs" {look}>{_xml(text.text)}</text>'


def _shade(grey: float) -> str:
    return "#" + f"{round(255 * grey):02x}" * 3


def _xml(text: str) -> str:
    return escape(without_unsafe(text))
