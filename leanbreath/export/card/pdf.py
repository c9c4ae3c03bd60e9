"""A card as a PDF: one page, with its type embedded, and the same bytes each time."""

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from fpdf import FPDF, ViewerPreferences
from fpdf.drawing import PaintedPath
from fpdf.drawing_primitives import DeviceGray

from leanbreath.export.card.drawing import Layer, Panel, panels
from leanbreath.export.card.layout import Page, Rule
from leanbreath.export.card.paper import PAGE_HEIGHT, PAGE_WIDTH
from leanbreath.export.card.paragraph import Text
from leanbreath.export.card.typefaces import Face, Typefaces
from leanbreath.figure.outline import outline
from leanbreath.unsafe_characters import without_unsafe

DATE = datetime(2000, 1, 1, tzinfo=UTC)
"""The date in every card, so that the same routine gives the same file."""


def pdf_bytes(page: Page, typefaces: Typefaces, title: str, language: str) -> bytes:
    """Return a page as a PDF."""
    with TemporaryDirectory() as folder:
        pdf = FPDF(unit="mm", format=(PAGE_WIDTH, PAGE_HEIGHT))
        _describe(pdf, title, language)
        _add_fonts(pdf, typefaces, Path(folder))
        pdf.add_page()
        for rule in page.rules:
            _draw_rule(pdf, rule)
        for panel in (each for picture in page.pictures for each in panels(picture)):
            _draw(pdf, panel)
        for text in page.texts:
            _write(pdf, text, typefaces)
        return bytes(pdf.output())


def _describe(pdf: FPDF, title: str, language: str) -> None:
    """Set what the file says about itself: nothing about its reader, and no time."""
    pdf.set_title(without_unsafe(title))
    pdf.set_lang(language)
    pdf.set_creator("leanbreath")
    pdf.set_creation_date(DATE)
    pdf.viewer_preferences = ViewerPreferences(display_doc_title=True)
    pdf.set_display_mode("fullpage", "single")
    pdf.set_auto_page_break(False)
    pdf.set_margin(0)
    pdf.alias_nb_pages("")  # a routine may say {nb}
    pdf.c_margin = 0.0


def _add_fonts(pdf: FPDF, typefaces: Typefaces, folder: Path) -> None:
    pdf.add_font("card", "", _file(typefaces.regular, folder / "regular.ttf"))
    pdf.add_font("card", "B", _file(typefaces.bold, folder / "bold.ttf"))
    names = [f"fallback{number}" for number in range(len(typefaces.fallbacks))]
    for name, face in zip(names, typefaces.fallbacks, strict=True):
        pdf.add_font(name, "", _file(face, folder / f"{name}.ttf"))
    pdf.set_fallback_fonts(names, exact_match=False)
    pdf.set_text_shaping(True)


def _file(face: Face, path: Path) -> Path:
    """Return the file of a font; one that is no file yet is written to a path."""
    if isinstance(face.content, Path):
        return face.content
    path.write_bytes(face.content)
    return path


def _write(pdf: FPDF, text: Text, typefaces: Typefaces) -> None:
    """Write a text into its box, drawn closer together if its letters need more room than that."""
    pdf.set_font("card", "B" if text.style.bold else "", text.style.size)
    shown = typefaces.printable(text.text)
    wide = pdf.get_string_width(shown)
    pdf.set_stretching(min(100.0, 100.0 * text.width / wide) if wide else 100.0)
    pdf.set_xy(text.left, text.top)
    pdf.cell(text.width, text.height, shown)


def _draw_rule(pdf: FPDF, rule: Rule) -> None:
    pdf.set_line_width(rule.thickness)
    pdf.line(rule.left, rule.top, rule.right, rule.bottom)


def _draw(pdf: FPDF, panel: Panel) -> None:
    """Draw a part of a figure."""
    with pdf.rect_clip(panel.left, panel.top, panel.width, panel.height), pdf.drawing_context() as context:
        for layer in panel.layers:
            if layer.edge:
                context.add_item(_path(layer, 1.0, layer.edge), clone=False)
            context.add_item(_path(layer, layer.grey), clone=False)


def _path(layer: Layer, grey: float, edge: float = 0.0) -> PaintedPath:
    """Return the outlines of a layer as one path, with an edge of its own shade."""
    path = PaintedPath()
    path.style.fill_color = DeviceGray(grey)
    path.style.stroke_color = DeviceGray(grey) if edge else None
    path.style.stroke_width = edge
    for shape in layer.shapes:
        start, one, near, far, other, end = outline(shape)
        path.move_to(*start)
        path.arc_to(one, one, 0, False, True, *near)
        path.line_to(*far)
        path.arc_to(other, other, 0, False, True, *end)
        path.close()
    return path
