"""Each field takes its own type, and says at its place what it got instead."""

import pytest

from tests.routine.snippets import drill_file, drill_with, problem_texts, value_of

FIELDS = [
    ("passive-exhale: yes", 17, 'expected true or false, not "yes"'),
    ('passive-exhale: "true"', 17, 'expected true or false, not "true"'),
    ("passive-exhale: True", 17, 'expected true or false, not "True"'),
    ("why: true", 6, '"why" must be text, not true'),
    ("why: [a]", 6, '"why" must be text, not a list'),
    ("why: {a: b}", 6, '"why" must be text, not key: value pairs'),
    ("why:", 5, '"why" is empty'),
    ('why: "\u200b\xa0\u200e"', 6, '"why" is empty'),
    ("setup: Stand", 8, '"setup" must be a list, not "Stand"'),
    ("setup: {a: b}", 8, '"setup" must be a list, not key: value pairs'),
    ("sets: {a: 1}", 7, '"sets" must be a whole number, not key: value pairs'),
    ("sets: true", 7, '"sets" must be a whole number, not true'),
    ("sets: 0", 7, '"sets": "0" is not a whole number from 1 to 10,000'),
    ("rest: soon", 7, '"rest": "soon" is not a length'),
    ("safety-class: 4", 15, '"safety-class": "4" is not a safety class'),
    ("lean: 91", 7, '"lean": "91" is not an angle from 0 to 90 degrees'),
    ("stretch: Static", 10, '"stretch" cannot be "Static"'),
    ("evidence: E", 11, '"evidence" cannot be "E"'),
    ("sides: both", 8, '"sides" cannot be "both"'),
    ("targets: [neck, calves]", 17, '"targets" cannot be "calves"'),
    ("sources: [S43, 26]", 16, '"sources": "26" is not a source id'),
    ("figure: Half kneel", 9, '"figure": "Half kneel" is not an id'),
    ("instead: march", 10, '"instead" must be key: value pairs, not "march"'),
    ("instead: {dizzy: march}", 11, '"instead" cannot be "dizzy"'),
    ("instead: {dizziness: Slow March}", 22, '"instead": "Slow March" is not an id'),
    ("levels: 30s", 9, '"levels" must be a list, not "30s"'),
    ("levels: [30s, 4-6 x 3]", 15, '"levels": "4-6 x 3" is not a length'),
    ("most: 4-6 x 3", 7, '"most": "4-6 x 3" is not a length'),
    ("cues: [Breathe]", 8, '"cues" must be key: value pairs, not "Breathe"'),
    ("cues: [{at: start}]", 8, '"say" is missing'),
    ("cues: [{say: Hi}]", 8, '"at" is missing'),
    ("cues: [{at: start, side: both, say: Hi}]", 26, '"side" cannot be "both"'),
]
MEANT = [
    ("title", "no", "no"),
    ("title", '"true"', "true"),
    ("title", "007", "007"),
    ("why", "4:30", "4:30"),
    ("why", "2024-01-31", "2024-01-31"),
    ("why", "1e3", "1e3"),
    ("passive_exhale", "true", True),
    ("passive_exhale", "false", False),
    ("safety_class", "3", 3),
    ("lean", "8", 8),
    ("sets", "2", 2),
    ("sets", '"2"', 2),
    ("rest", "1:30", 90),
    ("targets", "[hip-flexor, neck]", ("hip-flexor", "neck")),
    ("targets", "[]", ()),
    ("sources", "[S43, S70b]", ("S43", "S70b")),
    ("instead", "{dizziness: march}", {"dizziness": "march"}),
]


@pytest.mark.parametrize(("line", "column", "message"), FIELDS)
def test_a_value_of_the_wrong_type_is_reported_at_its_place(line: str, column: int, message: str) -> None:
    (problem,) = drill_with(f"hold: 30s\n{line}\n").problems
    assert (problem.place.line, problem.place.column, problem.message) == (6, column, message)
    assert problem.fix


@pytest.mark.parametrize(("attribute", "text", "meant"), MEANT)
def test_a_field_decides_the_meaning_of_its_text(attribute: str, text: str, meant: object) -> None:
    head = "drill: x\ngoal: release\nposition: standing\nhold: 30s\n"
    title = "" if attribute == "title" else "title: X\n"
    drill = value_of(drill_file(f"{head}{title}{attribute.replace('_', '-')}: {text}\n"))
    assert getattr(drill, attribute) == meant


@pytest.mark.parametrize(
    ("key", "fix"),
    [
        ("goals", 'did you mean "goal"?'),
        ("safety_class", 'did you mean "safety-class"?'),
        ("Sides", 'did you mean "sides"?'),
        ("for_", "choose from "),
    ],
)
def test_an_unknown_key_gets_the_nearest_key_or_all_of_them(key: str, fix: str) -> None:
    (line,) = problem_texts(drill_with(f"hold: 30s\n{key}: x\n"))
    assert line.startswith(f'6:1: unknown key "{key}"; {fix}')


def test_in_braces_a_key_without_a_value_is_text_cut_by_a_comma() -> None:
    (line,) = problem_texts(drill_with("hold: 30s\ncues:\n  - {at: start, say: Hip forward, chest tall.}\n"))
    assert line == '7:35: a comma cuts "chest tall." off from its text; quote the text: "..., ..."'


def test_on_its_own_line_a_key_without_a_value_is_not_cut_by_a_comma() -> None:
    (line,) = problem_texts(drill_with("hold: 30s\nzzz:\n"))
    assert line.startswith('6:1: unknown key "zzz"')


def test_a_problem_comes_with_its_source_line() -> None:
    (problem,) = drill_with("hold: 30s\nwhy: true  # really\n").problems
    assert problem.quote == "why: true  # really"
