"""How the whole suite runs: on every core, with the same examples each time; a skipped test in CI is a failure."""

import os

import pytest
from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None, database=None)
settings.register_profile("search", parent=settings.get_profile("default"), deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

IN_ONE_PROCESS = ("sound_server", "node")
"""Markers of tests that measure time or share a server."""


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Return 0 for a few tests, which start faster without workers; else leave the number to the machine's cores."""
    few = all("::" in argument or argument.endswith(".py") for argument in config.args)
    return 0 if few or config.option.markexpr in IN_ONE_PROCESS else None


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run in CI that skipped anything."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
