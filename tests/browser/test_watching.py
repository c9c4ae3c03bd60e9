"""Nothing that a page of ours must not do passes unseen in these tests."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.axe import serious_findings
from tests.browser.chromium import visited

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'

FORBIDDEN = {
    "<script>console.log('x')</script>": "log: x",
    "<script>throw Error('x')</script>": "error: x",
    "<script>Promise.reject(Error('x'))</script>": "error: x",
    "<script>alert('x')</script>": "dialog: x",
    "<img src='http://127.0.0.1:9/x.png'>": "request: http://127.0.0.1:9/x.png",
    "<script>fetch('https://leanbreath.invalid/')</script>": "request: https://leanbreath.invalid/",
    f"{POLICY}<script>1</script>": "policy: script-src-elem forbids inline",
    f"{POLICY}<p style='color: red'>": "policy: style-src-attr forbids inline",
}


@pytest.mark.parametrize(("body", "noted"), FORBIDDEN.items())
def test_whatever_a_page_must_not_do_is_noted(browser: "Browser", tmp_path: Path, body: str, noted: str) -> None:
    (tmp_path / "x.html").write_text(f"<!doctype html><title>x</title>{body}")
    with visited(browser, tmp_path / "x.html") as visit:
        visit.page.wait_for_timeout(50)
        assert any(noted in each for each in visit.wrong), visit.wrong


def test_a_serious_barrier_is_found(browser: "Browser", tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text('<!doctype html><html lang="en"><title>x</title><main><button></button></main>')
    with visited(browser, tmp_path / "x.html") as visit:
        assert [each.partition(":")[0] for each in serious_findings(visit.page)] == ["button-name"]
        assert visit.wrong == []
