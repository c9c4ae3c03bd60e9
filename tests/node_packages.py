"""The npm packages that tests use, from the folder `node_modules` that LEANBREATH_NODE_MODULES names."""

import os
from pathlib import Path

import pytest

VARIABLE = "LEANBREATH_NODE_MODULES"


def node_package(path: str) -> Path:
    """Return a file or folder of an npm package; skip the test where it isn't installed."""
    found = Path(os.environ.get(VARIABLE, "node_modules"), path)
    if not found.exists():
        pytest.skip(f"install the npm package, and name its folder node_modules in {VARIABLE}: {path} is missing")
    return found.absolute()
