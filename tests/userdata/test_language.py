"""A language is a file of phrases: what it leaves out stays English, and a problem has its place."""

from fractions import Fraction

import pytest

from leanbreath.score.compose import compose
from leanbreath.score.count_in import count_in
from leanbreath.score.edit import lengthen
from leanbreath.score.phrases import ENGLISH
from leanbreath.userdata.language import read_phrases
from tests.score.making import bundled_routine, frame, said

GERMAN = """\
half: "Halbzeit."
switch: {right: Seitenwechsel. Rechts.}
resume: "Weiter."
sides: {left: linke Seite}
calls: {inhale: Ein}
breaths: [ein Atemzug, "{number} Atemzüge"]
phases: {inhale: Einatmen}
"""


def reading(folder, text):
    path = folder / "de.yaml"
    path.write_text(text, encoding="utf-8")
    return read_phrases(path)


def test_phrases_that_a_language_leaves_out_stay_english(tmp_path):
    german = reading(tmp_path, GERMAN).value
    assert (german.half, german.done) == ("Halbzeit.", ENGLISH.done)
    assert (german.side("left"), german.side("right")) == ("linke Seite", "right side")
    assert (german.phase("inhale"), german.phase("exhale")) == ("Einatmen", "Breathe out")
    assert (german.call("inhale"), german.call("exhale")) == ("Ein", ENGLISH.calls["exhale"])


def test_a_score_keeps_its_language_when_it_is_edited(tmp_path):
    german = reading(tmp_path, GERMAN).value
    made = compose(bundled_routine("pre-run-6"), phrases=german)
    edited, _ = lengthen(made, 0, Fraction(10))
    for each in (made, edited):
        lines = [text for _, text in said(each)]
        assert "Seitenwechsel. Rechts." in lines and "Next: Standing soft belly. 6 Atemzüge." in lines
    assert said(count_in(made, frame(10)))[0][1].startswith("Weiter.")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('half: "Halb {was}."', 1, 'unknown placeholder {was} in "half"'),
        ('done: ok\nnext: "{what} {"', 2, 'unknown placeholder { in "next"'),
        ("breaths: [ein Atemzug]", 1, '"breaths" takes 2 texts'),
        ('breaths: [ein Atemzug, "{zahl} Atemzüge"]', 1, 'unknown placeholder {zahl} in "breaths"'),
        ("halb: Halbzeit", 1, 'unknown key "halb"'),
        ("sides: {links: links}", 1, '"sides" cannot be "links"'),
        ("half: [a]", 1, '"half" must be text, not a list'),
    ],
)
def test_a_problem_in_a_language_has_its_place(tmp_path, text, line, message):
    [problem] = reading(tmp_path, text).problems
    assert (problem.place.line, problem.message) == (line, message)
