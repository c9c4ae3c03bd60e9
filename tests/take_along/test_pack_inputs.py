"""A packed file is made again whenever anything that it is made from has changed, and only then."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import time
from fractions import Fraction
from pathlib import Path

import pytest

from leanbreath.playback.audio_setup import AudioOptions
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.model import Routine
from leanbreath.score.phrases import ENGLISH
from leanbreath.take_along import pack_inputs
from leanbreath.take_along.options import Options
from leanbreath.take_along.pack_inputs import PackInputs
from leanbreath.userdata.settings import Settings, VoiceSettings
from tests.routine.snippets import routine_of, value_of

OWN = AudioOptions(pack="own", night=False)

SUFFIXES = (".html", ".mp3", ".pdf")
PACK = "tones.yaml"


@dataclass
class Material:
    """What files are made from, in a folder with a library, a sound pack and a model of a voice."""

    folder: Path
    settings: Settings = field(default_factory=Settings)
    audio: AudioOptions = OWN
    own_breath: Fraction | None = None
    steps: str = "  - {title: Rocks, time: 10s, figure: sway}\n"

    @property
    def routine(self) -> Routine:
        return value_of(routine_of(self.steps))

    @property
    def inputs(self) -> PackInputs:
        library = Library((self.folder, bundled_folder("drills")))
        return PackInputs(library, self.settings, Options(self.audio, own_breath=self.own_breath, library=library))

    def hashes(self) -> dict[str, str]:
        routine = {suffix: self.inputs.of_routine(self.routine, suffix) for suffix in SUFFIXES}
        index = self.inputs.of_index(("a.html",), (self.routine,))
        return {**routine, "lean": self.inputs.of_lean_meter(), "index": index}


@pytest.fixture
def material(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Material:
    monkeypatch.setattr(pack_inputs, "pack_folder", lambda name: tmp_path / "packs" / name)
    monkeypatch.setattr(pack_inputs, "load_phrases", lambda language: ENGLISH)
    monkeypatch.setattr(PackInputs, "program", "the program")  # it is hashed once, by the test below
    for name in ("packs/own/" + PACK, "packs/other/" + PACK, "model"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("a")
    (tmp_path / "poses").mkdir()
    (tmp_path / "poses" / "sway.yaml").write_text("a")
    return Material(tmp_path)


def sound(**values: object) -> Callable[[Material], None]:
    def change(material: Material) -> None:
        material.settings = replace(material.settings, sound=replace(material.settings.sound, **values))

    return change


def settings(**values: object) -> Callable[[Material], None]:
    def change(material: Material) -> None:
        material.settings = replace(material.settings, **values)

    return change


def own(name: str, value: object) -> Callable[[Material], None]:
    return lambda material: setattr(material, name, value)


def rewrite(name: str) -> Callable[[Material], None]:
    return lambda material: (material.folder / name).write_text("b")


HEARD, SEEN, ROUTINE = {".html", ".mp3"}, set(SUFFIXES), {*SUFFIXES, "index"}


@pytest.mark.parametrize(
    ("change", "renewed"),
    [
        (own("steps", "  - {title: Rocks, time: 11s, figure: sway}\n"), ROUTINE),
        (own("own_breath", Fraction(7)), SEEN),
        (rewrite("poses/sway.yaml"), SEEN),
        (settings(day_starts=time(5)), {".html"}),
        (settings(language="de"), ROUTINE),
        (own("audio", AudioOptions(pack="other", night=False)), HEARD),
        (rewrite("packs/own/" + PACK), HEARD),
        (lambda material: (material.folder / "packs/own" / PACK).rename(material.folder / "packs/own/b"), HEARD),
        (own("audio", AudioOptions(pack="own", cues="tones", night=False)), HEARD),
        (own("audio", AudioOptions(pack="own", voice=False, night=False)), HEARD),
        (sound(voice=VoiceSettings(name="another")), HEARD),
        (sound(pace=0.9), HEARD),
        (sound(balance=3), HEARD),
        (sound(glide=False), HEARD),
        (sound(volume=-6, device="headset", pre_roll=Fraction(1)), set()),
        (rewrite("poses/unused.yaml"), set()),
    ],
)
def test_what_a_file_is_made_from_decides_whether_it_is_made_again(material, change, renewed):
    before = material.hashes()
    change(material)
    assert {name for name, each in material.hashes().items() if each != before[name]} == renewed


def test_a_voice_of_another_model_is_another_voice(material):
    sound(voice=VoiceSettings(model=str(material.folder / "model")))(material)
    before = material.hashes()
    (material.folder / "model").write_text("longer")
    assert {name for name, each in material.hashes().items() if each != before[name]} == HEARD


def test_an_index_depends_on_the_files_that_are_there(material):
    assert material.inputs.of_index((), ()) != material.inputs.of_index(("a.html",), ())


def test_the_lean_meter_depends_on_the_bundled_poses_alone(material, monkeypatch):
    before = material.hashes()
    (material.folder / "poses" / "standing.yaml").write_text("b")
    assert material.hashes() == before
    monkeypatch.setattr(pack_inputs, "pose_files", lambda: (material.folder / "poses" / "standing.yaml",))
    assert {name for name, each in material.hashes().items() if each != before[name]} == {"lean"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("load_phrases", lambda language: replace(ENGLISH, safety="Stop.")),
        ("load_safety", lambda: ("Stop.",)),
    ],
)
def test_what_is_said_about_safety_decides_too(material, monkeypatch, name, value):
    before = material.hashes()
    monkeypatch.setattr(pack_inputs, name, value)
    assert {name for name, each in material.hashes().items() if each != before[name]} == ROUTINE


def test_another_version_of_the_program_or_of_its_packages_makes_everything_again(tmp_path, monkeypatch):
    monkeypatch.setattr(pack_inputs, "PROGRAM", tmp_path)
    (tmp_path / "page.js").write_text("a")

    def program() -> str:
        return PackInputs(Library(()), Settings(), Options(AudioOptions(), library=Library(()))).program

    seen = {program()}
    (tmp_path / "page.js").write_text("b")
    seen.add(program())
    with monkeypatch.context() as patch:
        patch.setattr("leanbreath.__version__", "99")
        seen.add(program())
    monkeypatch.setattr(pack_inputs, "version", lambda package: "99")
    seen.add(program())
    assert len(seen) == 4
