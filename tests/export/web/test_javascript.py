"""The pages' JavaScript: its own tests, run by node, and its linter."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.node_packages import node_package

HERE = Path(__file__).parent
ROOT = HERE.parents[2]

pytestmark = pytest.mark.node


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_every_claim_about_the_modules_of_the_pages_holds() -> None:
    files = sorted(map(str, HERE.glob("**/*.test.mjs")))
    assert files
    ran = subprocess.run(["node", "--test", *files], cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout


def test_the_linter_finds_nothing_in_modules_and_tests() -> None:
    options = ["--config", str(HERE / "eslint.config.mjs"), "--max-warnings", "0"]
    command = [node_package(".bin/eslint"), *options, "leanbreath/export/web", str(HERE)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr
