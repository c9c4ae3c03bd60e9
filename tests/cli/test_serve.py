"""`leanbreath serve`: on an address that the user names, until Ctrl-C."""

import json
import re
import signal
from pathlib import Path
from urllib.request import urlopen

import pytest

from leanbreath.take_along.pack_manifest import MANIFEST
from tests.home import at_terminal, leanbreath
from tests.terminal import Terminal


@pytest.fixture
def phone(tmp_path: Path) -> Path:
    folder = tmp_path / "phone"
    folder.mkdir()
    (folder / "index.html").write_text("the index")
    files = {"index.html": {"sha256": "0" * 64, "inputs": "0" * 64}}
    (folder / MANIFEST).write_text(json.dumps({"type": "leanbreath-pack", "version": 1, "files": files}))
    return folder


def started(folder: Path, columns: int = 80, rows: int = 40, **more: str) -> Terminal:
    """Serve a folder at a terminal, on any free port of loopback."""
    terminal = at_terminal(
        folder.parent, "serve", str(folder), "--address", "127.0.0.1:0", columns=columns, rows=rows, **more
    )
    terminal.wait_for(lambda: "to your phone" in " ".join(" ".join(terminal.screen()).split()))
    return terminal


def test_it_offers_the_folder_until_ctrl_c_and_shows_a_qr_code(phone):
    terminal = started(phone)
    url = re.search(r"http://127\.0\.0\.1:[0-9]+/", terminal.text())[0]
    with urlopen(url, timeout=5) as answer:  # noqa: S310 - of our own server
        assert answer.read() == b"the index"
    assert "\x1b[38;5;16;48;5;231m" in terminal.text() and "▀" in terminal.text()
    terminal.send("\x03")
    assert terminal.end(2) == 130


@pytest.mark.parametrize(("columns", "more"), [(30, {}), (80, {"NO_COLOR": "1"})])
def test_a_narrow_terminal_or_one_without_colours_shows_the_address_alone(phone, columns, more):
    terminal = started(phone, columns, **more)
    assert "http://127.0.0.1:" in terminal.text() and "▀" not in terminal.text() and "█" not in terminal.text()
    terminal.signal(signal.SIGTERM)
    assert terminal.end(2) == 143


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "name the address at which your phone finds this computer; "),
        (("--address", "laptop"), 1, '"laptop" is not an IP address; '),
        (("--address", "127.0.0.1:x"), 1, '"x" is not a port; write a number such as 8000'),
        (("--address", "198.51.100.7"), 1, "198.51.100.7 is not an address of this computer; "),
    ],
)
def test_an_address_that_is_missing_or_wrong_is_explained(phone, arguments, code, said):
    done = leanbreath(phone.parent, "serve", str(phone), *arguments)
    assert done.returncode == code and said in done.stderr and done.stdout == ""


def test_only_a_packed_folder_is_offered(phone):
    (phone / MANIFEST).unlink()
    done = leanbreath(phone.parent, "serve", str(phone), "--address", "127.0.0.1")
    assert done.returncode == 1 and f"{phone} isn't packed; pack it with  leanbreath pack-up {phone}" in done.stderr
    done = leanbreath(phone.parent, "serve", str(phone / "nowhere"), "--address", "127.0.0.1")
    assert done.returncode == 2 and "does not exist" in done.stderr
