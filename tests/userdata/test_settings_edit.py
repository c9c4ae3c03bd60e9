"""A setting is changed or removed without touching any other character of the file."""

import pytest

from leanbreath.userdata.settings_edit import with_setting


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "sound:\n  volume: -6\n"),
        ("# nothing yet\n", "# nothing yet\nsound:\n  volume: -6\n"),
        ("language: de\n", "language: de\nsound:\n  volume: -6\n"),
        ("language: de", "language: de\nsound:\n  volume: -6\n"),
        ("sound:\n  pack: night  # soft\n", "sound:\n  volume: -6\n  pack: night  # soft\n"),
        ("sound:\n    volume: 3 # loud\n    pack: night\n", "sound:\n    volume: -6 # loud\n    pack: night\n"),
        ('sound:\n  volume: "3"\n', "sound:\n  volume: -6\n"),
        ("sound:\n  volume: 3 dB  # loud\n", "sound:\n  volume: -6  # loud\n"),
        ("sound: {volume: 3, pack: night}\n", "sound: {volume: -6, pack: night}\n"),
        ("sound: {pack: night}\n", "sound: {volume: -6, pack: night}\n"),
        ("night: {volume: -9}\nsound:\n  volume: 0\n", "night: {volume: -9}\nsound:\n  volume: -6\n"),
        ("sound:\n", "sound: {volume: -6}\n"),
        ("sound: {}  # later\n", "sound: {volume: -6}  # later\n"),
        ("{language: de}\n", "{sound: {volume: -6}, language: de}\n"),
        ("sound:\r\n  pack: night\r\n", "sound:\r\n  volume: -6\r\n  pack: night\r\n"),
        ("sound: [1]\n", None),
        ("sound: {volume: 3\n", None),
        ("night: &quiet {volume: 3}\nsound: *quiet\n", None),
        ("sound:\n  volume: |\n    3\n  pack: night\n", None),
        ("- a\n", None),
    ],
)
def test_one_value_is_changed_or_added_unless_that_is_unsafe(before, after):
    assert with_setting(before, ("sound", "volume"), "-6") == after


DEVICE, NAME, ENGINE = ("sound", "device"), ("sound", "voice", "name"), ("sound", "voice", "engine")


@pytest.mark.parametrize(
    ("before", "path", "value", "after"),
    [
        ("", ("language",), "de", "language: de\n"),
        ("", ("night", "from"), "21:30", 'night:\n  from: "21:30"\n'),
        ("", ("instead", "a-b"), "c-d", "instead:\n  a-b: c-d\n"),
        ("", ("screen", "calm"), True, "screen:\n  calm: true\n"),
        ("", DEVICE, "true", 'sound:\n  device: "true"\n'),
        ("", DEVICE, "USB Audio: Front, left", 'sound:\n  device: "USB Audio: Front, left"\n'),
        ("sound: {pack: night}\n", DEVICE, 'a "b" # {c}', 'sound: {device: "a \\"b\\" # {c}", pack: night}\n'),
        ("", NAME, "de", "sound:\n  voice: {name: de}\n"),
        ("sound:\n  voice: off  # quiet\n", NAME, "de", "sound:\n  voice: {engine: off, name: de}  # quiet\n"),
        ("sound: {voice: auto, pack: night}\n", ENGINE, "off", "sound: {voice: off, pack: night}\n"),
        (
            "sound:\n  voice:\n    engine: espeak  # mine\n    name: de\n",
            NAME,
            "fr",
            "sound:\n  voice:\n    engine: espeak  # mine\n    name: fr\n",
        ),
    ],
)
def test_a_value_is_quoted_if_it_could_be_read_as_something_else(before, path, value, after):
    assert with_setting(before, path, value) == after


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ("", DEVICE, ""),
        ("language: de\n", ("language",), ""),
        ("sound:\n  device: x\nlanguage: de\n", DEVICE, "language: de\n"),
        ("sound:\n  pack: night\n  device: x  # mine\n", DEVICE, "sound:\n  pack: night\n  # mine\n"),
        ("sound:  # loud\n  device: x\n", DEVICE, "sound:  # loud\n  {}\n"),
        ("sound: {pack: night, device: 'a # b'}  # loud\n", DEVICE, "sound: {pack: night}  # loud\n"),
        ("sound: {device: x, pack: night}\n", DEVICE, "sound: {pack: night}\n"),
        ("sound: {voice: {engine: off, name: de}}\n", NAME, "sound: {voice: {engine: off}}\n"),
        ("night:\n  voice: off\n  pack: warm\n", ("night", "voice"), "night:\n  pack: warm\n"),
        ("sound: [1]\n", DEVICE, "sound: [1]\n"),
    ],
)
def test_a_value_is_removed_and_every_comment_stays(before, path, after):
    assert with_setting(before, path, None) == after


def test_a_comment_is_never_lost():
    before = "sound: {\n  pack: night,  # soft\n  device: x\n}\n"
    assert with_setting(before, DEVICE, None) is None
