"""How the suite runs: on every core, with the same examples each time; in CI, a skipped test is a failure.

Hibari takes seconds to load, so eSpeak speaks in tests that don't ask for Hibari: those that record what is played, and
those with the fixture `hibari`.
"""

import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("deterministic", derandomize=True, deadline=None, database=None)
settings.register_profile("random", derandomize=False, deadline=None, max_examples=1_000)
settings.load_profile("deterministic")  # `--hypothesis-profile random` looks for more

IN_ONE_PROCESS = ("sound_server", "node", "browser")
"""Markers of tests that measure time or start a server; `-n 5` runs as many at once."""


@pytest.fixture(autouse=True)
def _quick_voice(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let a test run as where Hibari isn't installed, unless it asks for it."""
    if "hibari" in request.fixturenames or request.node.get_closest_marker("sound_server"):
        yield
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "hibari", None)
        yield


@pytest.fixture
def hibari() -> None:
    """Let a test use Hibari."""


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Return 0 for a few tests, which start faster without workers; else one more than cores, since many tests wait."""
    few = all("::" in argument or argument.endswith(".py") for argument in config.args)
    return 0 if few or config.option.markexpr in IN_ONE_PROCESS else (os.cpu_count() or 1) + 1


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run in CI that skipped anything."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
