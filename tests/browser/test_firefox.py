"""The page of a routine in Firefox: it starts, its picture follows the sound, it ends, and nothing goes wrong.

Firefox needs somewhere to play its sound, so it gets a sound server.
"""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.pages import short_routine, write_page
from tests.browser.player import RECORDER, page_data_of
from tests.browser.timing import NEAR, timing_of_words
from tests.node_packages import node_package
from tests.soundserver import sound_server

pytestmark = pytest.mark.browser

PROGRAM = Path(__file__).with_name("firefox.mjs")
LONGEST_SECONDS = 90


def test_a_routine_plays_to_its_end(tmp_path: Path) -> None:
    modules = node_package("puppeteer-core").parent
    if not shutil.which("firefox-esr") or not shutil.which("pulseaudio"):
        pytest.skip("firefox-esr and pulseaudio are needed")
    path = write_page(short_routine(), tmp_path / "x.html")
    command = ["node", PROGRAM, modules, f"{path.as_uri()}#speed=4", RECORDER]
    with sound_server("pulseaudio") as server:
        done = subprocess.run(
            command, env=server.environment, capture_output=True, text=True, timeout=LONGEST_SECONDS, check=False
        )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["wrong"] == []
    timing = timing_of_words(page_data_of(path), said["played"])
    assert timing.missed == ()
    assert timing.median < NEAR
    assert '"done"' in said["diary"] or ",done," in said["diary"]
