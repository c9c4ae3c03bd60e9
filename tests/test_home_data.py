"""What the settings screen writes is what the settings reader reads, whatever the file looked like before."""

import re
from datetime import datetime

import pytest

from leanbreath.diary.events import WorkRow
from leanbreath.diary.store import Diary
from leanbreath.home_data import load_home_data
from leanbreath.presentation.home import HomeData
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.userdata.paths import diary_file, settings_file
from leanbreath.userdata.settings import Settings
from leanbreath.userdata.settings_fields import FIELDS, values
from leanbreath.userdata.settings_file import read_settings

LIBRARY = Library((bundled_folder("drills"),))
NAMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
VALUES = {
    ("language",): "de",
    ("sound", "device"): "USB Audio: Front, left #1",
    ("sound", "pack"): "bright",
    ("sound", "voice", "name"): "en-us",
    ("sound", "voice", "command"): 'piper --model "a b" --output_file {file} # fast',
    ("sound", "volume"): "-6",
    ("sound", "balance"): "3",
    ("sound", "pre-roll"): "1.5s",
    ("night", "from"): "21:30",
    ("night", "to"): "6:00",
    ("night", "pack"): "warm",
    ("night", "volume"): "-12",
    ("night", "balance"): "-3",
    ("night", "voice", "name"): "de",
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
def own(tmp_path, monkeypatch) -> HomeData:
    for name in NAMES:
        monkeypatch.setenv(name, str(tmp_path))
    return load_home_data(LIBRARY)


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
    """Return what a field is set to: each of its choices but the present one, or a text."""
    return [each for each in field.choices if each not in (value, "command")] or [VALUES[field.path]]


@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
@pytest.mark.parametrize("field", FIELDS, ids=lambda field: "-".join(field.path))
def test_every_setting_is_written_read_back_and_removed_on_its_own(own, field, before):
    write(before)
    first = now()
    for value in choices(field, first[field.path]):
        assert own.save(field.path, value) == ""
        later = now()
        assert later[field.path] == value
        assert {path for path in later if later[path] != first[path]} <= {field.path, *beside(field.path)}
    assert own.save(field.path, "") == ""
    assert now()[field.path] == default(field.path)
    assert comments(settings_file().read_text()) == comments(before)


def beside(path: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Return what appears together with a setting: the other parts of a voice."""
    return {(*path[:-1], key) for key in ("engine", "name", "command")} if "voice" in path else set()


def default(path: tuple[str, ...]) -> str:
    """Return what holds once a setting is taken out; a night's voice that keeps another part is one still."""
    found = {field.path: value for field, value in values(Settings())}
    whole = now()[(*path[:-1], "engine")] if path[:2] == ("night", "voice") and path[2] != "engine" else ""
    return {"name": "en", "command": ""}[path[2]] if whole else found[path]


def test_the_command_of_a_voice_is_set_before_its_engine(own):
    path = ("sound", "voice")
    assert "needs a command" in own.save((*path, "engine"), "command")
    assert own.save((*path, "command"), VALUES[*path, "command"]) == ""
    assert own.save((*path, "engine"), "command") == ""
    assert "needs a command" in own.save((*path, "command"), "")
    assert now()[*path, "engine"] == "command"


@pytest.mark.parametrize(("path", "value"), [(("sound", "volume"), "99"), (("night", "from"), "25:00")])
def test_an_invalid_value_is_not_written_and_the_reason_is_given(own, path, value):
    assert f'not "{value}"; write' in own.save(path, value)
    assert not settings_file().exists()


def test_a_file_with_a_mistake_is_left_alone_and_the_mistake_is_reported(own):
    write("sound: {volume: 99}\n")
    assert own.save(("screen", "calm"), "true").startswith("settings.yaml:1:17:")
    told = own.settings().error
    assert told.startswith("settings.yaml:1:17:") and own.wrong().startswith(f"{told}. ")
    assert settings_file().read_text() == "sound: {volume: 99}\n"


def test_the_packs_and_languages_that_exist_are_offered(own, tmp_path):
    (tmp_path / "leanbreath" / "phrases").mkdir(parents=True)
    (tmp_path / "leanbreath" / "phrases" / "de.yaml").write_text('half: "Halbzeit."\n')
    write("sound: {pack: nonsense}\n")
    offered = {row.path: tuple(choice.value for choice in row.choices) for row in own.settings().rows}
    assert offered["language",] == ("en", "de")
    assert offered["night", "pack"] == ("bright", "night", "warm")
    assert offered["sound", "pack"] == ("bright", "night", "warm", "nonsense")


def test_an_unknown_drill_in_the_settings_is_reported(own):
    write("instead: {marhc: jog}\n")
    assert 'no drill "marhc"' in own.wrong()


def perform(routine: str, ending: str, done_seconds: float) -> None:
    """Write a session of a minute's work that is over."""
    diary, now = Diary(diary_file()), datetime.now().astimezone()
    session = diary.begin_session(now, routine, "Some routine", 90.0)
    diary.save_progress(session, [WorkRow(0, "1", "march", "March", None, 1, 60.0, 0.0, done_seconds)])
    diary.end_session(session, now, ending)


@pytest.mark.parametrize(
    ("ending", "done_seconds", "suits"),
    [
        ("left", 5, "daily-12"),
        ("left", 50, "pre-run-6"),
        ("done", 60, "pre-run-6"),
        ("done", 35, "pre-run-6"),
        ("done", 5, "daily-12"),
    ],
)
def test_the_daily_practice_counts_as_done_if_most_of_it_was_done(own, ending, done_seconds, suits):
    perform("daily-12", ending, done_seconds)
    assert own.today()[0] == suits


def test_sessions_are_shown_with_what_was_done_and_the_week_is_summed_up(own):
    assert (own.week(), own.sessions()[0].title) == ("This week: nothing yet.", "No sessions yet")
    perform("daily-12", "done", 60)
    perform("daily-12", "left", 5)
    assert own.week() == "This week: 1 session, 1 minute."
    latest = own.sessions()[0]
    assert "  0:05 of 1:00 of drills; ended early" in latest.lines and "  - March: 0:05 of 1:00" in latest.lines


def test_a_diary_that_cannot_be_used_is_reported(own):
    diary_file().parent.mkdir(parents=True)
    diary_file().write_text("no diary, by any means, at all")
    assert own.week().startswith("The diary ") and own.sessions()[0].title == "The diary cannot be used"
