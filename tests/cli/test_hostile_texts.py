"""No command prints what controls a terminal, whatever its texts come from."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.hostile_commands import COMMANDS, argument_views, command_views, printed
from tests.hostile import MARK, PAYLOADS, SHORT, acted_on
from tests.terminal import ROOT


@pytest.fixture(scope="module")
def views() -> dict[str, str]:
    return command_views(SHORT)


@pytest.mark.parametrize("name", COMMANDS)
def test_nothing_that_a_command_prints_controls_a_terminal(views: dict[str, str], name: str) -> None:
    assert acted_on(views[name]) == set()
    assert f"{MARK}[b]" in views[name] and "\t" not in views[name]


def test_no_hostile_argument_is_obeyed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    for name, said in argument_views(SHORT).items():
        assert (name, acted_on(said)) == (name, set())
        assert "\\x1b]52;c;x" in said or "Missing option" in said or "no routine is pinned" in said
        assert "internal error" not in said


@pytest.mark.parametrize("name", PAYLOADS)
def test_data_says_exactly_what_it_was_given(name: str) -> None:
    from leanbreath.cli.report import print_data

    said = printed(lambda: print_data({PAYLOADS[name]: [PAYLOADS[name]]}))
    assert acted_on(said) == set()
    assert json.loads(said) == {PAYLOADS[name]: [PAYLOADS[name]]}


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_drawing_with_any_text_is_xml(name: str) -> None:
    drawn = printed(lambda: COMMANDS["figure"](PAYLOADS[name]))
    svg = drawn[drawn.index("<svg") :]
    title = ElementTree.fromstring(svg).findtext("{http://www.w3.org/2000/svg}title")  # noqa: S314 - our own
    assert title is not None and MARK in title and acted_on(svg) == set()


def test_only_one_module_prints() -> None:
    """Every other text goes through it, so that no place can be forgotten."""
    printing = re.compile(r"\bclick\.(s?echo|confirm|prompt|progressbar|pager)|(?<![\w.])print\(|std(?:out|err)\.write")
    found = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "leanbreath").rglob("*.py")
        if any(printing.search(line) and "BELL" not in line for line in path.read_text("utf-8").splitlines())
    }
    assert found == {"leanbreath/cli/report.py"}
