"""A saved setting is read back as it was written, whatever the file looked like before."""

import re

import pytest

from leanbreath.routine.problems import Problems
from leanbreath.userdata.paths import settings_file
from leanbreath.userdata.settings import Settings
from leanbreath.userdata.settings_as_text import FIELDS, values
from leanbreath.userdata.settings_file import (
    load_settings,
    load_settings_or_defaults,
    read_settings,
    save_setting,
)

VALUES = {
    ("language",): "de",
    ("sound", "device"): "USB Audio: Front, left #1",
    ("sound", "pack"): "bright",
    ("sound", "voice", "name"): "en-us",
    ("sound", "voice", "model"): "~/voices/en_GB-alba-medium.onnx",
    ("sound", "pace"): "0.9",
    ("sound", "voice", "command"): 'piper --model "a b" --output_file {file} # fast',
    ("sound", "volume"): "-6",
    ("sound", "balance"): "3",
    ("sound", "offset"): "-40",
    ("sound", "pre-roll"): "1.5s",
    ("day-starts",): "3:30",
    ("night", "from"): "21:30",
    ("night", "to"): "6:00",
    ("night", "pack"): "warm",
    ("night", "volume"): "-12",
    ("night", "balance"): "-3",
    ("night", "voice", "name"): "de",
    ("night", "voice", "model"): "/voices/joe.onnx",
    ("night", "pace"): "0.8",
    ("night", "voice", "command"): "say {text}",
}
BEFORE = {
    "nothing": "",
    "comments": "# mine\n",
    "block": """\
# mine
screen:  # what is seen
  view: digits  # b
sound:
  # soft
  cues: sparse  # few
  volume: -3 dB
  voice:
    engine: espeak  # free
night:
  cues: tones
  voice: auto  # as it comes
rules:
  LB033: {severity: off}  # on purpose
""",
    "flow": """\
screen: {view: digits}  # what is seen
sound: {cues: sparse, volume: -3, voice: {engine: espeak, name: de}}  # few
night: {cues: tones, from: "22:00", to: '5:00', voice: off, glide: true, balance: 1}
instead: {march: jog}
""",
}


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    for name in ("HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path))


def write(text: str) -> None:
    if text:
        settings_file().parent.mkdir(parents=True, exist_ok=True)
        settings_file().write_text(text)


def now() -> dict[tuple[str, ...], str]:
    reading = read_settings(settings_file())
    assert reading.problems == () and reading.value is not None
    return {field.path: value for field, value in values(reading.value)}


def comments(text: str) -> list[str]:
    return re.findall(r"# [a-z ]+$", text, re.MULTILINE)


def choices(field, value: str) -> list[str]:
    """Return the values to try: each choice but the present one, or a text."""
    return [each for each in field.choices if each not in (value, "command", "piper")] or [VALUES[field.path]]


@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
@pytest.mark.parametrize("field", FIELDS, ids=lambda field: "-".join(field.path))
def test_every_setting_is_written_read_back_and_removed_on_its_own(field, before):
    write(before)
    first = now()
    for value in choices(field, first[field.path]):
        assert save_setting(field.path, value) == ""
        later = now()
        assert later[field.path] == value
        assert {path for path in later if later[path] != first[path]} <= {field.path, *voice_settings(field.path)}
    assert save_setting(field.path, "") == ""
    assert now()[field.path] == default(field.path)
    assert comments(settings_file().read_text()) == comments(before)


def voice_settings(path: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Return the settings that appear together with one: the other parts of a voice."""
    return {(*path[:-1], key) for key in ("engine", "name", "model", "command")} if "voice" in path else set()


def default(path: tuple[str, ...]) -> str:
    """Return the value of a setting once it is removed; a night voice that keeps another part is still there."""
    found = {field.path: value for field, value in values(Settings())}
    whole = now()[(*path[:-1], "engine")] if path[:2] == ("night", "voice") and path[2] != "engine" else ""
    return {"name": "en", "model": "", "command": ""}[path[2]] if whole else found[path]


def test_the_model_of_a_voice_is_set_before_its_engine():
    path = ("sound", "voice")
    assert "needs a model" in save_setting((*path, "engine"), "piper")
    assert save_setting((*path, "model"), "~/joe.onnx") == save_setting((*path, "engine"), "piper") == ""
    assert now()[*path, "engine"] == "piper"


def test_the_command_of_a_voice_is_set_before_its_engine():
    path = ("sound", "voice")
    assert "needs a command" in save_setting((*path, "engine"), "command")
    assert save_setting((*path, "command"), VALUES[*path, "command"]) == ""
    assert save_setting((*path, "engine"), "command") == ""
    assert "needs a command" in save_setting((*path, "command"), "")
    assert now()[*path, "engine"] == "command"


@pytest.mark.parametrize(("path", "value"), [(("sound", "volume"), "99"), (("night", "from"), "25:00")])
def test_an_invalid_value_is_not_written_and_the_reason_is_given(path, value):
    assert f'not "{value}"; write' in save_setting(path, value)
    assert not settings_file().exists()


def test_a_character_that_controls_a_terminal_is_not_written():
    expected = "an escape character (U+001B) is not allowed; delete it"
    assert save_setting(("sound", "device"), "Headset\x1b[2J") == expected
    assert not settings_file().exists()


def test_a_file_with_an_error_is_left_alone_and_the_error_is_reported():
    write("sound: {volume: 99}\n")
    assert save_setting(("screen", "calm"), "true").startswith("settings.yaml:1:17:")
    assert settings_file().read_text() == "sound: {volume: 99}\n"


def test_a_file_with_an_error_is_ignored_or_raised():
    write("screen: {calm: true}\nsound: {volume: 99}\n")
    settings, problems = load_settings_or_defaults()
    assert settings == Settings() and [problem.place.line for problem in problems] == [2]
    with pytest.raises(Problems, match=r"settings\.yaml:2:17"):
        load_settings()


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "\n  # nothing\n"])
def test_a_missing_or_empty_file_means_the_defaults(text):
    write(text)
    assert load_settings() == Settings()
