"""The formatter: each rule in a table, and properties over untidy files."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leanbreath.authoring.formatter import format_text
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.reader import file_kind, read_drill
from tests.authoring.untidy import FILES, untidy
from tests.routine.reader.everything import perform
from tests.routine.reader.restructured import restructured

LIBRARY = Library((bundled_folder("drills"),))

HEAD = "drill: x\ntitle: X\n"


def meant(text: str, path: Path) -> Any:
    raw = text.encode()
    reading = read_drill(raw, str(path)) if file_kind(raw, "") == "drill" else LIBRARY.routine_from(raw, path)
    assert reading.problems == ()
    return reading.value


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_bundled_files_are_formatted(path: Path) -> None:
    assert format_text(path.read_text("utf-8")) == path.read_text("utf-8")


@settings(max_examples=60)
@given(untidy())
def test_an_untidy_file_keeps_its_meaning_and_comments_and_formatting_twice_changes_nothing(
    case: tuple[Path, str, list[str]],
) -> None:
    path, text, comments = case
    after = format_text(text)
    assert meant(after, path) == meant(text, path) == meant(path.read_text("utf-8"), path)
    assert format_text(after) == after
    assert [after.count(f"# {comment}") for comment in comments] == [1] * len(comments)
    assert "\r" not in after
    assert not any(line.endswith(" ") for line in after.split("\n"))


@settings(max_examples=40)
@given(untidy())
def test_an_untidy_file_without_comments_becomes_the_bundled_file_again(case: tuple[Path, str, list[str]]) -> None:
    path, text, comments = case
    bundled_lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    if not comments:
        assert [line for line in format_text(text).splitlines() if line] == bundled_lines


@settings(max_examples=80)
@given(st.integers(0, 10**9))
def test_whatever_passes_check_can_be_formatted_keeps_its_comments_and_is_then_formatted(seed: int) -> None:
    path, raw = restructured(Random(seed))  # noqa: S311 - the same file for the same seed
    perform(raw, path)


@pytest.mark.parametrize(
    "step",
    [
        '{title: A, hold: 20s, mistakes: ["plain"]}',
        '{title: A, hold: 20s, setup: [one, "two, three"], mistakes: [a, b]}',
        '{repeat: 2, steps: [{title: A, hold: 20s, mistakes: ["plain"]}]}',
        '{title: A, hold: 20s, mistakes: [\n      "plain",\n    ]}',
    ],
)
def test_a_list_of_prose_in_braces_stays_in_brackets(step: str) -> None:
    text = f"routine: x\ntitle: X\nsteps:\n  - {step}\n"
    after = format_text(text)
    assert meant(after, Path("x.yaml")) == meant(text, Path("x.yaml"))
    assert format_text(after) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("title: X\ndrill: x\n", HEAD, id="the id comes first"),
        pytest.param(
            "# top\ntitle: X\n# mine\ndrill: x\n",
            "# top\n# mine\ndrill: x\ntitle: X\n",
            id="a comment goes with its key",
        ),
        pytest.param(
            HEAD + "hold: 30s  # still\nsides: each\n",
            HEAD + "sides: each\nhold: 30s  # still\n",
            id="so does one behind it",
        ),
        pytest.param(HEAD + "\n\nhold: 30s\n\n\n", HEAD + "\n\nhold: 30s\n", id="blank lines stay except at the end"),
        pytest.param("\ufeff" + HEAD.replace("\n", "\r\n"), HEAD, id="line ends and byte order marks"),
        pytest.param(
            HEAD + "why: it's free, so: there\n".replace(": t", " t"),
            HEAD + 'why: "it\'s free, so there"\n',
            id="prose is quoted",
        ),
        pytest.param(
            HEAD + "why: 'say \"no\", it''s \\ fine'\n",
            HEAD + 'why: "say \\"no\\", it\'s \\\\ fine"\n',
            id="quotes and backslashes",
        ),
        pytest.param(HEAD + "why: one\n  two\n", HEAD + 'why: "one two"\n', id="lines that run on are joined"),
        pytest.param(HEAD + "why: |\n  one \n  two\n", HEAD + "why: |\n  one \n  two\n", id="a block of text stays"),
        pytest.param(HEAD + 'goal: "release"\n', HEAD + "goal: release\n", id="a word loses its quotes"),
        pytest.param(
            HEAD + 'title2: "null"\n'.replace("title2", "figure"),
            HEAD + 'figure: "null"\n',
            id="except one that would mean something else",
        ),
        pytest.param(
            HEAD + "setup: [a, 'b, c']\n", HEAD + 'setup:\n  - "a"\n  - "b, c"\n', id="a list of prose is a block"
        ),
        pytest.param(
            HEAD + "targets: [ neck,soleus ]\n",
            HEAD + "targets: [neck, soleus]\n",
            id="a list of words stays in brackets",
        ),
        pytest.param(
            HEAD + "breath: {count: 8, pattern: 4-6}\n",
            HEAD + "breath: 4-0-6-0 x 8\n",
            id="parts of a breath become short",
        ),
        pytest.param(
            HEAD + "breath:\n  pattern: 4-0-6-0\n  for: 2m\n", HEAD + "breath: 4-0-6-0 for 2m\n", id="in a block too"
        ),
        pytest.param(
            HEAD + "breath:\n  pattern: 4-0-6-0 # mine\n  count: 8\n",
            HEAD + "breath:\n  pattern: 4-0-6-0 # mine\n  count: 8\n",
            id="unless a comment would be lost",
        ),
        pytest.param(
            HEAD + "reps: {phases: [{lean: 3s}, {jog: 6s}], count: 4}\n",
            HEAD + "reps: {count: 4, phases: [{lean: 3s}, {jog: 6s}]}\n",
            id="reps with named parts have no short form",
        ),
        pytest.param(
            HEAD + "rest: {most: '90s', wait: Walk back.}\n",
            HEAD + 'rest: {wait: "Walk back.", most: 90s}\n',
            id="a wait in place of a rest",
        ),
        pytest.param(
            HEAD + "breath: 4-6 x 8\n", HEAD + "breath: 4-6 x 8\n", id="a short form stays as its author wrote it"
        ),
        pytest.param(
            HEAD + "cues:\n  # both\n  - say: Up\n    # when\n    at: half\n",
            HEAD + 'cues:\n  # both\n  # when\n  - at: half\n    say: "Up"\n',
            id="a comment that comes first goes above the hyphen",
        ),
        pytest.param(
            HEAD + "why: &w 'Same.'\nsetup: [*w]\n",
            HEAD + "why: &w 'Same.'\nsetup: [*w]\n",
            id="shared parts are left alone",
        ),
        pytest.param(HEAD + "why: 'Schön – früh'\n", HEAD + 'why: "Schön – früh"\n', id="letters of any language"),
        pytest.param(
            HEAD + 'hold: "5s"# c\n', HEAD + "hold: 5s # c\n", id="a comment after a quote gets a blank before it"
        ),
        pytest.param(
            "title: X\ndrill: x\nwhy: |\n  a",
            HEAD + "why: |-\n  a\n",
            id="a block of text at the very end means the same",
        ),
        pytest.param(
            HEAD + "why: |+\n  a\n\n\n", HEAD + "why: |+\n  a\n\n\n", id="empty lines that belong to a text stay"
        ),
        pytest.param(
            HEAD + "why: |\n  a\n     \nhold: 5s\n",
            HEAD + "hold: 5s\nwhy: |\n  a\n     \n",
            id="so do blanks that belong to it",
        ),
        pytest.param(
            HEAD + "hold: 5s # c\u2028why: a\n", HEAD + "hold: 5s # c\u2028why: a\n", id="rare line ends are left alone"
        ),
        pytest.param(HEAD + "hold:\t5s\t# c\n", HEAD + "hold:\t5s\t# c\n", id="tabs between words are read"),
        pytest.param(HEAD + "? hold\n: 5s\n", HEAD + "? hold\n: 5s\n", id="a key with a question mark is left alone"),
        pytest.param(
            "{title: X, drill: x, hold: '5s'}\n", "{drill: x, title: X, hold: 5s}\n", id="a whole file in braces"
        ),
        pytest.param(
            HEAD + "cues:\n  - {say: a, at: start}\n  # - off\nsides: each\n",
            HEAD + 'sides: each\ncues:\n  - {at: start, say: "a"}\n  # - off\n',
            id="an item that is commented out stays in its list",
        ),
        pytest.param(
            HEAD + "why: |\n  a\nevidence: C\n      # deep\nfigure: x\n",
            HEAD + "why: |\n  a\nfigure: x\nevidence: C\n      # deep\n",
            id="a deep comment never becomes text",
        ),
        pytest.param(
            "routine: x\ndefaults:\n  # sw\n  switch: 4s\n  # rd\n  ready: 5s\n",
            "routine: x\ndefaults:\n  # rd\n  ready: 5s\n  # sw\n  switch: 4s\n",
            id="the comment of a first key goes with it below another",
        ),
        pytest.param(
            "# licence\n\n# mine\ntitle: X\ndrill: x\n",
            "# licence\n\ndrill: x\n# mine\ntitle: X\n",
            id="the head of a file ends with its last empty line",
        ),
        pytest.param(
            "title: X\n\ndrill: x\n", "drill: x\n\ntitle: X\n", id="an empty line between keys stays between them"
        ),
        pytest.param(
            HEAD + "breath:\n  # four\n  pattern: 4-6\n  count: 8\n",
            HEAD + "breath:\n  # four\n  pattern: 4-6\n  count: 8\n",
            id="parts with a comment above stay parts",
        ),
        pytest.param(
            "plan: x\nweeks:\n  - phase: ramp\n    breath: {inhale: 4, hold: 0, exhale: 6, rest: 0}\n",
            "plan: x\nweeks:\n  - phase: ramp\n    breath: 4-0-6-0\n",
            id="a pattern by itself becomes short",
        ),
        pytest.param(
            HEAD + "reps: {count: 4, phases: [{move: 3s}, {wait: 6s}]}\n",
            HEAD + "reps: {count: 4, phases: [{move: 3s}, {wait: 6s}]}\n",
            id="a part of a rep is no prose whatever its name",
        ),
        pytest.param(HEAD + "hold: '4:30'\n", HEAD + "hold: 4:30\n", id="a length with a colon needs no quotes"),
        pytest.param('"drill": x\ntitle: X\n', HEAD, id="nor does a key"),
        pytest.param(
            'routine: x\nsteps:\n  - {time: 5s,\n     drill: "march"}\n',
            "routine: x\nsteps:\n  - {drill: march,\n     time: 5s}\n",
            id="braces over several lines keep their lines",
        ),
        pytest.param(
            "routine: x\nsteps:\n  - setup: [a]\n    title: Y\n    hold: 3s\n",
            'routine: x\nsteps:\n  - title: Y\n    hold: 3s\n    setup:\n      - "a"\n',
            id="a list in a step is indented below its key",
        ),
        pytest.param(
            "routine: x\nsteps:\n  - &m {drill: march}\n  - *m\n  - &m {drill: head-glide}\n",
            "routine: x\nsteps:\n  - &m {drill: march}\n  - *m\n  - &m {drill: head-glide}\n",
            id="an anchor given twice is left alone",
        ),
    ],
)
def test_a_formatting_rule(before: str, after: str) -> None:
    assert format_text(before) == after
    assert format_text(after) == after
