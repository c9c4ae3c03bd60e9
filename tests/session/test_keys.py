"""Which key does what."""

import pytest

from leanbreath.session.keys import KEYS, action


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (" ", "space"), ("p", "pause"), ("\x1b[C", "next"), ("\x1bOC", "next"), ("\x1b[D", "back"), ("\x1bOD", "back"),
        ("+", "longer"), ("=", "longer"), ("\x1b[A", "louder"), ("\x1b[B", "quieter"), ("m", "mute"),
        ("?", "help"), ("q", "leave"), ("x", None), ("", None), ("\x1b", None),
    ],
)  # fmt: skip
def test_each_key_asks_for_one_thing(sent, expected):
    assert action(sent) == expected


def test_no_two_keys_send_the_same_sequence():
    sent = [each for key in KEYS for each in key.sequences]
    assert len(sent) == len(set(sent))


def test_every_key_has_a_symbol_a_label_and_help():
    assert all(key.symbol and key.label and key.help for key in KEYS)
