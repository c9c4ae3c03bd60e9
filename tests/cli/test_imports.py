"""What is imported when: commands that only read leave screen, numbers and sound alone."""

import subprocess
import sys

import pytest

from tests.home import environment

HEAVY = ("textual", "numpy", "miniaudio", "asyncio", "sqlite3", "rich")


@pytest.mark.parametrize("arguments", [["list"], ["check"], ["cues", "pre-run-6"], ["show", "march"]])
def test_a_command_that_reads_imports_neither_screen_nor_numbers_nor_sound(tmp_path, arguments):
    code = (
        "import sys, atexit\n"
        f"atexit.register(lambda: print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr))\n"
        f"sys.argv = ['leanbreath', *{arguments}]\n"
        "from leanbreath.cli import main\n"
        "main()\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], env=environment(tmp_path), capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stderr) == (0, "[]\n")
