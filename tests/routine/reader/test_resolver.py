"""What a drill or an include that is not there does to a routine: noted at its name, and the rest is still read."""

import pytest

from tests.routine.snippets import problem_texts, routine_of


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("marhc", '4:13: no drill "marhc"; did you mean "march"?'),
        ("zzz", '4:13: no drill "zzz"; choose from all-fours-belly-hang, '),
        ("true", '4:13: "drill" must be an id, not true; '),
        ("[march]", '4:13: "drill" must be an id, not a list; '),
    ],
)
def test_an_unknown_drill_is_reported_at_its_name(name: str, start: str) -> None:
    (line,) = problem_texts(routine_of(f"  - {{drill: {name}}}\n"))
    assert line.startswith(start)


def test_a_step_with_an_unknown_name_is_left_out_and_the_others_are_read() -> None:
    reading = routine_of("  - {drill: zzz}\n  - {include: zzz}\n  - {drill: march}\n")
    assert len(reading.problems) == 2
    assert reading.value is not None
    assert [drill.drill for drill in reading.value.drills()] == ["march"]
