"""A browser for all tests of this folder, and visits that fail a test for anything a page must not do."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.browser.chromium import PROGRAM, Visit, chromium, visited
from tests.browser.videos import Scene, Video, record

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Recorder = Callable[..., Video]
"""Makes the video of a scene, once for all tests; the suffix tells which kind: .mp4 or .webm."""

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


@pytest.fixture(scope="session")
def video_of(tmp_path_factory: pytest.TempPathFactory) -> Recorder:
    if shutil.which("ffmpeg") is None:
        pytest.skip("ffmpeg is not installed")
    folder = tmp_path_factory.mktemp("videos")

    @cache
    def recorded(scene: Scene, suffix: str = ".mp4") -> Video:
        return record(scene, folder / f"{len(list(folder.iterdir()))}{suffix}")

    return recorded
