"""The user's settings: one YAML file, and what holds where it says nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from leanbreath.advice.rules import Change, Rules
from leanbreath.routine.model import RuleId
from leanbreath.routine.problems import Place, Problem, choice
from leanbreath.routine.reader import Reading, quoted, read_form
from leanbreath.routine.reader.tree import Table


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What a user can set; `rules` changes severities, limits and words of training rules."""

    rules: dict[RuleId, Change] = field(default_factory=dict)


def read_settings(path: Path, rules: Rules) -> Reading[Settings]:
    """Read the settings file; where there is none, everything is as it comes."""
    if not path.exists():
        return Reading(Settings())
    reading: Reading[Settings] = read_form(path, Settings)
    if reading.problems or reading.value is None or reading.tree is None:
        return reading
    return Reading(reading.value, quoted(tuple(_unknown(reading.tree, rules)), reading.text))


def _unknown(tree: Table, rules: Rules) -> Iterator[Problem]:
    """Yield a problem for each rule, and each limit of a rule, that does not exist."""
    changes = tree.get("rules")
    for entry in changes.entries if isinstance(changes, Table) else ():
        if entry.key not in rules.by_id:
            yield _problem(entry.place, f'there is no rule "{entry.key}"', entry.key, rules.by_id)
            continue
        known = rules[entry.key].limits or {}
        limits = entry.node.get("limits") if isinstance(entry.node, Table) else None
        for limit in limits.entries if isinstance(limits, Table) else ():
            if limit.key not in known:
                yield _problem(limit.place, f'{entry.key} has no limit "{limit.key}"', limit.key, known)


def _problem(place: Place, message: str, name: str, known: Iterable[str]) -> Problem:
    return Problem(place, message, choice(name, known))
