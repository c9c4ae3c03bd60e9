"""What stands for characters that an encoding lacks: something similar, in as many columns where that is possible."""

import pytest

from leanbreath.presentation.character_fallback import FALLBACK


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("Hips → knees ≥ 30°, naïve – “so”…", "ascii", 'Hips > knees >= 30?, naive - "so".'),
        ("Hips → knees ≥ 30°, naïve", "cp1252", "Hips > knees >= 30°, naïve"),
        ("⠀⠁⠃⠇⠏⠟⠿⡿⣿", "ascii", " ..::+**#"),
        ("┌─┐│█▀", "ascii", "+-+|##"),
        ("5┤·░▒▓█ ▁▅ ○●", "ascii", "5|-:+%# .# Oo"),
        ("髋🏃", "ascii", "??"),
        ("caf\udce9", "utf-8", "caf?"),
    ],
)
def test_a_text_stays_readable_in_every_encoding(text: str, encoding: str, shown: str) -> None:
    assert text.encode(encoding, FALLBACK).decode(encoding) == shown
