"""No rule of the plan, of doses or of honesty is broken in a year, whatever the runner does."""

from typing import get_args

import pytest

from leanbreath.coach.plan_state import DecisionRule
from tests.coach.material import bundled_material
from tests.coach.year.laws import broken_laws
from tests.coach.year.runners import RUNNERS
from tests.coach.year.simulation import simulate
from tests.coach.year.years import every_year
from tests.quick_cases import quick_values


@pytest.mark.parametrize("name", quick_values(["regular", "pain on one side"], "pain on one side"))
def test_no_rule_is_broken_in_two_months(name):
    material = bundled_material()
    assert broken_laws(simulate(RUNNERS[name], material, 60), material) == []


@pytest.mark.slow
def test_no_rule_is_broken_in_a_year_of_any_runner_and_every_rule_fires():
    years = every_year()
    assert {name: year.broken for name, year in years.items() if year.broken} == {}
    fired = {rule for year in years.values() for rule in year.fired}
    assert fired == set(get_args(DecisionRule))
