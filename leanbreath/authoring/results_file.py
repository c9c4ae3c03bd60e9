"""Results of assessments from a file, `knee-to-wall-cm: 7/9.5`, or from the command line; every mistake is reported."""

from collections.abc import Iterable
from pathlib import Path

from leanbreath.coach.assessments import Result
from leanbreath.coach.material import Material
from leanbreath.coach.number_entry import EntryMistake
from leanbreath.coach.value_entry import parse_result
from leanbreath.routine.name_suggestions import suggestion
from leanbreath.routine.problems import InvalidRequest, Place, Problem, Problems
from leanbreath.routine.reader import file_content, with_source_lines
from leanbreath.routine.reader.yaml_tree import decode_utf8, parse_yaml
from leanbreath.routine.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode

SPOKEN = {True: "yes", False: "no", None: ""}
"""What true, false and nothing mean as an answer."""

EXAMPLE = "knee-to-wall-cm: 7/9.5"


def results_in_file(path: Path, material: Material) -> dict[str, Result]:
    """Return the results in a file by the ids of their assessments; raise `Problems`."""
    raw = file_content(path)
    if isinstance(raw, Problem):
        raise Problems([raw])
    text, problems = decode_utf8(raw, str(path))
    node, syntax = (None, ()) if problems else parse_yaml(text, str(path))
    problems = (*problems, *syntax)
    if not isinstance(node, MappingNode) and not problems:
        problems = (Problem(Place(str(path)), "there are no results in this file", f'write lines such as "{EXAMPLE}"'),)
    found: dict[str, Result] = {}
    for entry in node.entries if isinstance(node, MappingNode) else ():
        result = _result_of(entry.key, _text_of(entry.node), material)
        if isinstance(result, EntryMistake):
            place = entry.node.place if _is_known(entry.key, material) else entry.place
            problems = (*problems, Problem(place, result.message, result.fix))
        else:
            found[entry.key] = result
    if problems:
        raise Problems(with_source_lines(problems, text))
    return found


def results_of_options(options: Iterable[str], material: Material) -> dict[str, Result]:
    """Return the results in texts such as `knee-to-wall-cm=7/9.5`; raise `InvalidRequest` with all mistakes."""
    found: dict[str, Result] = {}
    mistakes: list[str] = []
    for option in options:
        id, equals, value = option.partition("=")
        result = _result_of(id.strip(), value, material) if equals else _no_value(option)
        if isinstance(result, EntryMistake):
            mistakes.append(f"{id.strip()}: {result.text}" if _is_known(id.strip(), material) else result.text)
        else:
            found[id.strip()] = result
    if mistakes:
        raise InvalidRequest(" ".join(mistakes))
    return found


def _no_value(option: str) -> EntryMistake:
    return EntryMistake("there is no value", f"write {option.strip() or 'ID'}=VALUE, such as knee-to-wall-cm=7/9.5")


def _result_of(id: str, text: str | None, material: Material) -> Result | EntryMistake:
    """Return the result in a text, or what is wrong with its id or with itself."""
    if not _is_known(id, material):
        return EntryMistake(
            f'no assessment "{id}"', suggestion(id, (*material.assessments, *material.limiters.reports))
        )
    assessment = material.assessments.get(id)
    if assessment and assessment.computed == "difference":
        return EntryMistake(f'"{id}" is computed', f"give {assessment.of} instead")
    if text is None:
        return EntryMistake("this is no result", "write a value such as 7/9.5, or the id of an answer")
    return parse_result(assessment, text)


def _is_known(id: str, material: Material) -> bool:
    return id in material.assessments or id in material.limiters.reports


def _text_of(node: Node) -> str | None:
    """Return a value as it would be typed: one text, a list of two sides, or a mapping of `left` and `right`."""
    if isinstance(node, ScalarNode):
        return node.value if isinstance(node.value, str) else SPOKEN[node.value]
    if isinstance(node, SequenceNode):
        parts = [_text_of(item) for item in node.items]
    elif {entry.key for entry in node.entries} == {"left", "right"}:
        parts = [_text_of(side) for key in ("left", "right") if (side := node.get(key)) is not None]
    else:
        return None
    return None if None in parts else " / ".join(part for part in parts if part is not None)
