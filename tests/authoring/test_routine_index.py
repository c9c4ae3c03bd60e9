"""The wheel's index of routines says what the routines say, and steps aside for anything of the user's."""

import json
from pathlib import Path

import pytest

from leanbreath.authoring.catalogue import list_routines
from leanbreath.authoring.routine_index import index_text, routine_listing
from leanbreath.build_hook import RoutineIndexHook
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.userdata.library import load_library
from leanbreath.userdata.paths import data_folder, settings_file
from tests.terminal import ROOT


@pytest.fixture
def home(tmp_path, monkeypatch):
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return tmp_path


def test_the_index_gives_the_same_rows_as_the_routines_themselves(home):
    index = home / "routines.json"
    index.write_text(index_text(bundled_folder("drills")), encoding="utf-8")
    assert routine_listing(load_library, index) == list_routines(Library((bundled_folder("drills"),)), {})


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (lambda: settings_file(), "instead: {half-kneel-breath: half-kneel-breath-tuck}\n"),
        (
            lambda: data_folder() / "drills" / "routines" / "mine.yaml",
            "routine: mine\ntitle: Mine\nsteps: [{rest: 5s}]\n",
        ),
    ],
)
def test_the_index_is_not_used_once_the_user_has_changed_anything(home, path, text):
    index = home / "routines.json"
    index.write_text("[]")
    assert routine_listing(load_library, index).rows == ()
    path().parent.mkdir(parents=True)
    path().write_text(text)
    assert len(routine_listing(load_library, index).rows) >= 23


def test_the_build_hook_packs_the_index_into_a_wheel_and_not_into_an_editable_installation(tmp_path):
    hook = RoutineIndexHook(str(ROOT), {}, None, None, str(tmp_path), "wheel")
    packed = {"force_include": {}}
    hook.initialize("editable", packed)
    assert packed == {"force_include": {}}
    hook.initialize("standard", packed)
    [(source, target)] = packed["force_include"].items()
    assert target == "leanbreath/bundled/routines.json"
    ids = {row["id"] for row in json.loads(Path(source).read_text("utf-8"))}
    assert ids == {path.stem for path in (ROOT / "drills" / "routines").glob("*.yaml")}
