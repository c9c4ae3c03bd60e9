"""`leanbreath lean`: the page is written whole; a browser opens it only where there is one."""

import json
import re
import sys

import pytest

from leanbreath.take_along.lean_meter import lean_meter
from tests.home import in_process, leanbreath

NO_DISPLAY = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "BROWSER": ""}


def test_the_page_is_written_where_it_is_asked_for(tmp_path):
    path = tmp_path / "folder" / "lean.html"
    done = leanbreath(tmp_path, "lean", "-o", str(path))
    assert (done.returncode, done.stdout) == (0, f"{path}\n")
    assert done.stderr == "leanbreath: open this page in a browser, here or on your phone\n"
    assert path.read_text(encoding="utf-8") == lean_meter()


@pytest.mark.parametrize("name", ["lean.pdf", "lean", "lean.html.txt"])
def test_another_kind_of_file_is_refused(tmp_path, name):
    done = leanbreath(tmp_path, "lean", "-o", str(tmp_path / name))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f'leanbreath: "{name}" can\'t be written; the lean meter is a page, so give it the suffix .html\n'
    )
    assert not (tmp_path / name).exists()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a browser")
def test_without_a_browser_it_says_so_and_where_the_page_is(tmp_path):
    done = leanbreath(tmp_path, "lean", **NO_DISPLAY)
    path = tmp_path / "leanbreath" / "lean.html"
    assert (done.returncode, done.stdout) == (0, f"{path}\n")
    assert "no browser to open here; open this page in one" in done.stderr
    assert path.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="the browser is a shell script")
@pytest.mark.parametrize(("exit_code", "said"), [(0, "opens in your browser"), (1, "no browser to open here")])
def test_the_browser_is_given_the_page(tmp_path, exit_code, said):
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/given\nexit {exit_code}\n')
    browser.chmod(0o755)
    done = in_process(tmp_path, "lean", **{**NO_DISPLAY, "BROWSER": f"{browser} %s"})
    assert done.returncode == 0 and said in done.stderr
    assert (tmp_path / "given").read_text() == f"{(tmp_path / 'leanbreath' / 'lean.html').as_uri()}\n"


def test_the_page_holds_drawings_with_every_point_that_is_marked():
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', lean_meter())
    figures = json.loads(found[1])["figures"]
    assert set(figures) == {"standing", "contact", "mid-stance"}
    for figure in figures.values():
        left, top, width, height = figure["view_box"]
        assert set(figure["points"]) == {"hip", "neck", "ear", "ankle", "background"}
        for x, y in figure["points"].values():
            assert left < x < left + width and top < y < top + height
    standing, landing = (figures[name]["points"] for name in ("standing", "contact"))
    assert standing["ear"][1] < standing["neck"][1] < standing["hip"][1] < standing["ankle"][1]
    assert landing["ankle"][0] > landing["hip"][0], "the foot lands ahead of the hip"
