"""Other words for keys, and keys in steps that don't have them, get the key that was meant."""

import pytest

from tests.routine.snippets import problem_texts, routine_of


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ('{rest: 15s, title: "Breathe."}', 'unknown key "title"; write "say: ..."'),
        ('{rest: 15s, text: "Breathe."}', 'unknown key "text"; write "say: ..."'),
        ("{exercise: march}", 'unknown key "exercise"; write "drill: ..."'),
        ("{march: 60s}", 'unknown key "march"; write drill: march'),
        ("{drill: march, duration: 60s}", 'unknown key "duration"; write "time: ..."'),
        ('{drill: march, say: "Go."}', 'unknown key "say"; write "cues: ..."'),
        ("{drill: march, repeat: 3}", 'unknown key "repeat"; write "sets: ..."'),
        ("{rounds: 3, steps: [{drill: march}]}", 'unknown key "rounds"; write "repeat: ..."'),
        ('{wait: "Go.", time: 30s}', 'unknown key "time"; write "most: ..."'),
        ("{wait: 30s}", '"wait" shows a text, and "30s" is a length; write {rest: 30s}, or {wait: "...", most: 30s}'),
        (
            "{move: 5s, time: 5s}",
            '"move" shows a text, and "5s" is a length; write {rest: 5s}, or {move: "...", time: 5s}',
        ),
        ("{drill: march, <<: {time: 60s}}", 'a merge key ("<<") is not read; write its keys out here'),
        ("{<<: {drill: march}}", 'a merge key ("<<") is not read; write its keys out here'),
    ],
)
def test_another_word_is_answered_with_the_key_that_was_meant(step: str, expected: str) -> None:
    assert [each.split(": ", 1)[1] for each in problem_texts(routine_of(f"  - {step}\n"))] == [expected]
