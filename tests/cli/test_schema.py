"""`leanbreath schema`: one schema on standard output, or all of them in a folder."""

import json
import subprocess
import sys

import pytest
from jsonschema import Draft202012Validator

from leanbreath.routine.library import bundled_folder
from tests.home import environment, leanbreath

KINDS = ("drill", "routine", "plan", "pose", "assessment", "limiters", "pack", "settings")
OWN = "drill: my-sway\ntitle: My own sway\ngoal: awareness\nposition: standing\nhold: 20s\n"


@pytest.fixture
def home(tmp_path):
    """Return a home with a drill of the user's own, and a drill that has a mistake."""
    folder = tmp_path / "leanbreath" / "drills" / "library"
    folder.mkdir(parents=True)
    (folder / "my-sway.yaml").write_text(OWN)
    (folder / "broken.yaml").write_text("drill: broken\nhold: {")
    return tmp_path


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_printed_by_its_kind(tmp_path, kind):
    result = leanbreath(tmp_path, "schema", kind)
    assert (result.returncode, result.stderr) == (0, "")
    printed = json.loads(result.stdout)
    Draft202012Validator.check_schema(printed)
    assert printed["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert printed["$id"] == f"urn:leanbreath:{kind}"


def test_a_schema_offers_your_drills_as_well_as_the_bundled_ones(home):
    printed = leanbreath(home, "schema", "routine").stdout
    assert '"my-sway"' in printed and '"My own sway"' in printed and '"march"' in printed
    assert '"broken"' not in printed


def test_a_schema_can_offer_only_the_bundled_drills(home):
    assert "my-sway" not in leanbreath(home, "schema", "--bundled", "routine").stdout


def test_all_schemas_are_written_to_a_folder_which_is_created_or_updated(tmp_path):
    folder = tmp_path / "deep" / "schema"
    for _ in range(2):
        result = leanbreath(tmp_path, "schema", "--bundled", "--write", str(folder))
        assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
        written = {path.name: path.read_bytes() for path in folder.iterdir()}
        assert written == {
            f"{kind}.json": (bundled_folder("drills/schema") / f"{kind}.json").read_bytes() for kind in KINDS
        }
        for path in folder.iterdir():
            path.write_text("older")


@pytest.mark.parametrize("arguments", [[], ["--bundled"], ["drill", "--write", "folder"]])
def test_schema_needs_either_a_kind_or_a_folder(tmp_path, arguments):
    result = leanbreath(tmp_path, "schema", *arguments, folder=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert all(kind in result.stderr for kind in KINDS)
    assert not (tmp_path / "folder").exists()


@pytest.mark.parametrize(("folder", "code"), [("taken", 2), ("taken/deeper", 1)])
def test_a_folder_that_cannot_be_written_is_an_invalid_request(tmp_path, folder, code):
    (tmp_path / "taken").write_text("")
    result = leanbreath(tmp_path, "schema", "--write", folder, folder=tmp_path)
    assert (result.returncode, result.stdout) == (code, "")
    assert folder in result.stderr and "Traceback" not in result.stderr and "internal error" not in result.stderr


def test_schema_imports_neither_textual_nor_numpy_nor_miniaudio(tmp_path):
    code = (
        "import sys, atexit\n"
        "heavy = {'textual', 'numpy', 'miniaudio', 'sqlite3'}\n"
        "atexit.register(lambda: print(heavy & set(sys.modules) or 'none', file=sys.stderr))\n"
        "sys.argv = ['leanbreath', 'schema', 'pack']\n"
        "from leanbreath.cli import main\n"
        "main()\n"
    )
    command = [sys.executable, "-c", code]
    result = subprocess.run(command, env=environment(tmp_path), capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "none\n")
