"""The pages of all bundled routines, played by their own JavaScript without a browser."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.export.web.pages import LIBRARY, page_of
from tests.score.making import ALL

PLAYER = Path(__file__).with_name("play_through.mjs")

pytestmark = [
    pytest.mark.node,
    pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed"),
]


def test_every_page_plays_to_its_end_on_time_and_lengthens_both_sides() -> None:
    routines = [LIBRARY.routine(name).value for name in ALL]
    pages = [json.dumps(page_of(routine, has_figures=False)) for routine in routines if routine]
    assert len(pages) == len(ALL) > 10
    ran = subprocess.run(["node", str(PLAYER)], input="\n".join(pages), capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
