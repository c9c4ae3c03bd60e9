"""Findings become problems with a line, a column and the reason for the rule."""

from collections.abc import Iterable, Iterator

from leanbreath.advice.finding import Finding
from leanbreath.advice.rules import Rules
from leanbreath.routine.problems import Place, Problem, Severity
from leanbreath.routine.yaml_nodes import MappingNode, Node, SequenceNode


def located_problems(findings: Iterable[Finding], tree: MappingNode, rules: Rules) -> Iterator[Problem]:
    """Yield the problem of each finding, except for rules that are off."""
    for finding in findings:
        rule = rules[finding.rule]
        if severity := _severity(finding, rule.severity):
            place = _place(tree, finding)
            yield Problem(place, finding.message, finding.fix, "", severity, finding.rule, rule.why, rule.sources)


def _severity(finding: Finding, own: str) -> Severity | None:
    """Return the severity of a finding; a rule that is only a note never becomes more."""
    match own:
        case "off":
            return None
        case "info":
            return "info"
        case "error":
            return finding.severity or "error"
    return finding.severity or "warning"


def _place(tree: MappingNode, finding: Finding) -> Place:
    """Return the place of a finding, following its path as far as the file goes."""
    node: Node = tree
    if finding.steps:
        node = _step(tree, finding.steps[0])
    for key in finding.key:
        child = _child(node, key)
        if child is None:
            break
        node = child
    return node.place


def _step(tree: MappingNode, path: str) -> Node:
    """Return the step with a path; a step of an included routine is found at its include."""
    node: Node = tree
    for number in path.split("."):
        steps = node.get("steps") if isinstance(node, MappingNode) else None
        if not isinstance(steps, SequenceNode):
            break
        node = steps.items[int(number) - 1]
    return node


def _child(node: Node, key: str | int) -> Node | None:
    if isinstance(key, int):
        return node.items[key] if isinstance(node, SequenceNode) and key < len(node.items) else None
    return node.get(key) if isinstance(node, MappingNode) else None
