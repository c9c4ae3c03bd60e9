"""Substitutes in the settings: each mistake and each risk with its line and column."""

from pathlib import Path

import pytest

from leanbreath.authoring.substitution_check import substitution_problems
from leanbreath.routine.library import Library, bundled_folder

LIBRARY = Library((bundled_folder("drills"),))


def problems_of(folder: Path, pair: str) -> list[str]:
    """Return the problems of one substitution as text, without the path."""
    path = folder / "settings.yaml"
    path.write_text(f"language: en\ninstead:\n  {pair}\n", "utf-8")
    return [str(each).removeprefix(f"{path}:") for _, each in substitution_problems(path, LIBRARY)]


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        ("half-kneel-breath: standing-hip-flexor-breath", []),
        ("gastroc-wall-stretch: ankle-rock-wall", []),
        ("marhc: jog", ['3:3: no drill "marhc"; did you mean "march"?']),
        ("march: jgo", ['3:10: no drill "jgo"; did you mean "jog"?']),
        (
            "march: fall-forward-start",
            [
                "3:10: warning: fall-forward-start is for lean-skill and of safety class 2; march, which it replaces, "
                "is for raise and of safety class 0; choose a drill that is more like it"
            ],
        ),
        (
            "wall-lean-breath: lean-ladder-jog",
            [
                "3:21: warning: lean-ladder-jog is of safety class 2; wall-lean-breath, which it replaces, "
                "is of safety class 1; choose a drill that is more like it"
            ],
        ),
    ],
)
def test_a_substitute_that_demands_more_is_reported(tmp_path: Path, pair: str, said: list[str]) -> None:
    assert problems_of(tmp_path, pair) == said


@pytest.mark.parametrize("text", ["", "instead: march\n", "instead: [", "language: de\n", "instead: {march: [jog]}\n"])
def test_settings_without_substitutes_have_no_problems(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.yaml").write_text(text, "utf-8")
    assert substitution_problems(tmp_path / "settings.yaml", LIBRARY) == ()
