"""The index of a folder for the phone in a browser: readable on a phone, by light and by dark, and for everybody."""

from pathlib import Path

import pytest

from leanbreath.export.web.index_page import IndexEntry, index_page
from tests.browser.axe import serious_findings
from tests.browser.conftest import Visitor
from tests.hostile import PAYLOADS

pytestmark = pytest.mark.browser

FILES = ["first.html", "first.mp3", "first.pdf"]
ENTRIES = [
    IndexEntry("Six minutes", "6:24", "On your feet.", FILES),
    IndexEntry("Aufwärmprogramm" * 8, "about 8:00 and 2 waits", "", FILES[1:2]),
    *(IndexEntry(text, text, text, FILES[:1]) for text in PAYLOADS.values()),
]


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (360, "dark"), (1280, "light")])
def test_it_fits_has_large_links_and_no_barriers(visit: Visitor, tmp_path: Path, width: int, scheme: str) -> None:
    path = tmp_path / "index.html"
    path.write_text(index_page(ENTRIES, "lean.html", "Stop if anything hurts."), "utf-8")
    page = visit(path, (width, 640), color_scheme=scheme).page
    assert page.evaluate("document.documentElement.scrollWidth") == width
    heights = page.eval_on_selector_all("a", "links => links.map(each => each.getBoundingClientRect().height)")
    assert min(heights) >= 44 and serious_findings(page) == []
    assert page.eval_on_selector("a", "link => link.href") == (tmp_path / "first.html").as_uri()
