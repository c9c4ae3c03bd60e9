"""If an author names a drill by its title, the fix is its id, wherever in a routine."""

from pathlib import Path

import pytest

from leanbreath.authoring.title_lookup import with_ids_for_titles
from leanbreath.routine.library import Library, bundled_folder
from tests.routine.snippets import ROUTINE

LIBRARY = Library((bundled_folder("drills"),))


@pytest.mark.parametrize(
    ("steps", "fixes"),
    [
        ("  - {drill: March in place}\n", ["write drill: march"]),
        ("  - {drill: easy JOG}\n", ["write drill: jog"]),
        ("  - {repeat: 2, steps: [{drill: Easy jog}]}\n", ["write drill: jog"]),
        (
            "  - {drill: Marching}\n",
            ["use lower-case letters from a to z, digits and single hyphens, such as marching"],
        ),
        ("  - {drill: marhc}\n", ['did you mean "march"?']),
        ("  - {drill: march}\n", []),
    ],
)
def test_the_fix_for_a_title_is_its_id(steps: str, fixes: list[str]) -> None:
    reading = LIBRARY.routine_from((ROUTINE + steps).encode(), Path("x.yaml"))
    assert [problem.fix for problem in with_ids_for_titles(reading, LIBRARY)] == fixes


def test_every_bundled_title_leads_to_its_drill() -> None:
    titles = {id: drill.title for id in LIBRARY.drill_files if (drill := LIBRARY.drill(id).value)}
    steps = "".join(f'  - {{drill: "{title}"}}\n' for title in titles.values())
    reading = LIBRARY.routine_from((ROUTINE + steps).encode(), Path("x.yaml"))
    assert [problem.fix for problem in with_ids_for_titles(reading, LIBRARY)] == [f"write drill: {id}" for id in titles]
