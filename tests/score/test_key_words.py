"""Words about keys are left out, or ask for a tap; all others stay."""

import pytest

from leanbreath.score.key_words import without_keys


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Press space when you are ready.", ""),
        ("Walk back, then press space.", "Walk back."),
        ("Go out, to clear, flat ground. Press space when you're ready.", "Go out, to clear, flat ground."),
        ("Press space, then walk back", "Then walk back."),
        ("Find the wall and press any key", "Find the wall."),
        ("Lie down. Hit the space bar to start. Breathe out.", "Lie down. Breathe out."),
        ("Ready? Press Enter!", "Ready?"),
        ("Press your palms to the wall.", "Press your palms to the wall."),
        ("Find a clear space.", "Find a clear space."),
        ("", ""),
    ],
)
def test_what_a_wait_says_about_keys_is_left_out(text, expected):
    assert without_keys(text) == expected
