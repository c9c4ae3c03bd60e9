"""A routine's page lists its steps with rounds, sets and sides, and the title of each repeat once."""

from fractions import Fraction

from leanbreath.presentation.routine_page import routine_lines
from leanbreath.routine.model import BothSides, Move, Repeat
from leanbreath.score.compose import compose
from tests.score.making import routine, step


def steps(*written) -> list[str]:
    own = routine(*written)
    return [line.strip() for line in routine_lines(own, compose(own), (), {}, {}) if line[:8].strip()[:1].isdigit()]


def test_each_step_says_its_round_and_its_set():
    made = steps(Repeat(2, Fraction(5), (step("A", "hold", "9s", sets=2, rest="3s"), Move("There.", Fraction(4)))))
    assert made == [
        "0:00  1.1   A · 9 seconds · round 1 of 2 · set 1 of 2",
        "0:12  1.1   A · 9 seconds · round 1 of 2 · set 2 of 2",
        "0:21  1.2   There.",
        "0:30  1.1   A · 9 seconds · round 2 of 2 · set 1 of 2",
        "0:42  1.1   A · 9 seconds · round 2 of 2 · set 2 of 2",
        "0:51  1.2   There.",
    ]


def test_the_title_of_a_repeat_stands_once_before_its_steps():
    pair = BothSides((step("A", "hold", "9s", sides="each"), step("B", "hold", "9s", sides="each")), Fraction(3))
    made = steps(Repeat(2, Fraction(5), (pair._replace(title="Calves"),), "Legs"))
    assert [line.split(" · ")[0] for line in made] == [
        *("0:00  1     Legs", "0:00  1.1   Calves", "0:00  1.1.1 A, left side", "0:09  1.1.2 B, left side"),
        *("0:21  1.1.1 A, right side", "0:30  1.1.2 B, right side"),
        *("0:44  1.1   Calves", "0:44  1.1.1 A, left side", "0:53  1.1.2 B, left side"),
        *("1:05  1.1.1 A, right side", "1:14  1.1.2 B, right side"),
    ]
