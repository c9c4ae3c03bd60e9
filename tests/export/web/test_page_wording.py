"""On a page a runner taps, wherever an author or the program asks for a key."""

import pytest

from leanbreath.export.web.page_wording import page_wording
from leanbreath.score.compose import compose
from tests.routine.snippets import routine_of, value_of


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Find clear ground, then press space.", "Find clear ground, then tap."),
        ("Go out. Press space when you're ready.", "Go out. Tap when you're ready."),
        ("Hit the space bar to go on.", "Tap to go on."),
        ("Press any key.", "Tap."),
        ("Press the Enter key when done.", "Tap when done."),
        ("Find some space to lie down.", "Find some space to lie down."),
        ("Press your heels down.", "Press your heels down."),
    ],
)
def test_a_wait_asks_for_a_tap(written, shown):
    score = page_wording(compose(value_of(routine_of(f'  - {{drill: march, time: 6s}}\n  - {{wait: "{written}"}}\n'))))
    (wait,) = (each for each in score.segments if each.kind == "wait")
    assert wait.title == shown
    assert shown in [cue.say for cue in score.cues if score.segments[cue.segment] == wait]


def test_nothing_else_changes():
    score = compose(value_of(routine_of("  - {drill: ankle-rock-wall, reps: 3 @ 2s, switch: 4s}\n")))
    tapped = page_wording(score)
    assert (tapped.total, tapped.segments, tapped.cues) == (score.total, score.segments, score.cues)
    assert tapped.phrases.open_end == "Tap when you're done."
