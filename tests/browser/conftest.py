"""A browser for all tests of this folder, and visits that fail a test for anything a page must not do."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from tests.browser.chromium import PROGRAM, Visit, chromium, visited

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Visitor = Callable[..., Visit]
"""Opens a page as `visited` does; the visit ends with the test."""


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    pytest.importorskip("playwright", exc_type=ImportError)
    if not PROGRAM.exists():
        pytest.skip(f"{PROGRAM} is not installed")
    with chromium() as running:
        yield running


@pytest.fixture
def visit(browser: "Browser") -> Iterator[Visitor]:
    visits: list[Visit] = []
    with ExitStack() as open_pages:

        def enter(*arguments: object, **options: object) -> Visit:
            visits.append(open_pages.enter_context(visited(browser, *arguments, **options)))  # type: ignore[arg-type]
            return visits[-1]

        yield enter
    assert [problem for each in visits for problem in each.wrong] == []
