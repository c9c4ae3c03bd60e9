"""The rules and cautions that come with the program, read from their files."""

from functools import cache
from pathlib import Path
from typing import Any

from leanbreath.advice.rules import CautionRule, Rule, Rules
from leanbreath.routine.field_types import RuleId
from leanbreath.routine.problems import Problems
from leanbreath.routine.reader import read_file_as
from leanbreath.routine.sources import bundled_sources
from leanbreath.routine.vocabulary import Caution


@cache
def bundled_rules() -> Rules:
    """Return the rules with their own severities and limits."""
    rules, cautions = _read("rules.yaml", dict[RuleId, Rule]), _read("cautions.yaml", dict[Caution, CautionRule])
    return Rules(rules, cautions, frozenset(bundled_sources()))


def _read(name: str, form: Any) -> Any:
    reading = read_file_as(Path(__file__).parent / name, form)
    if reading.value is None or reading.problems:
        raise Problems(reading.problems)
    return reading.value
