"""The page of an assessment ends with what to run if the runner is limited."""

import pytest

from leanbreath.presentation.assessment_page import assessment_lines
from leanbreath.routine.library import Library, bundled_folder

LIBRARY = Library((bundled_folder("drills"),))
LIMITERS = LIBRARY.limiters().value


def last_lines(name: str) -> list[str]:
    assessment = LIBRARY.assessment_at(LIBRARY.assessment_files[name]).value
    assert assessment is not None and LIMITERS is not None
    lines = list(assessment_lines(assessment, {}, LIMITERS))
    return [line for line in lines if "leanbreath run" in line] if lines[-1].startswith("If ") else []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("knee-to-wall-cm", ["If limited: leanbreath run focus-calves"]),
        ("bed-edge-trig", ["If limited: leanbreath run focus-hip-flexors"]),
        ("eyes-level-lean", ["If limited: leanbreath run focus-head"]),
        ("bridge-hold-s", ["If limited: leanbreath run focus-hip-extensors"]),
        (
            "sit-hours",
            ["If limited: leanbreath run focus-lower-belly", "If limited: leanbreath run focus-hip-flexors"],
        ),
        (
            "wall-lean-line",
            [
                'If "Your heels lift half a shoe back.": leanbreath run focus-calves',
                'If "You bend at the hip half a shoe back.": leanbreath run focus-core',
            ],
        ),
    ],
)
def test_the_page_ends_with_what_to_run_if_limited(name: str, expected: list[str]) -> None:
    assert last_lines(name) == expected


def test_every_graded_assessment_says_what_to_run() -> None:
    only_shown = {"breath-rate", "low-belly-give-cm", "video-lean-deg"}
    assert {name for name in LIBRARY.assessment_files if not last_lines(name)} == only_shown
