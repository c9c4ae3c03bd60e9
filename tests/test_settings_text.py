"""A volume is kept in the settings without touching another letter of them."""

import pytest

from leanbreath.settings_text import with_value


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
        ("sound:\n", None),
        ("sound: [1]\n", None),
        ("sound: {volume: 3\n", None),
        ("{language: de}\n", None),
        ("- a\n", None),
    ],
)
def test_one_value_is_changed_or_added_and_what_is_not_safe_is_left(before, after):
    assert with_value(before, "sound", "volume", "-6") == after
