"""Reads the settings file and writes single settings into it; a file with an error is ignored until it is fixed."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from leanbreath.routine.name_suggestions import suggestion
from leanbreath.routine.problems import InvalidRequest, Problem, Problems
from leanbreath.routine.reader import ReadResult, file_content, file_text, read_as, with_source_lines
from leanbreath.routine.yaml_nodes import Entry, MappingNode
from leanbreath.unsafe_characters import described, first_unsafe
from leanbreath.userdata.paths import settings_file
from leanbreath.userdata.settings import Settings

if TYPE_CHECKING:
    from leanbreath.advice.rules import Rules


def load_settings(rules: "Rules | None" = None) -> Settings:
    """Return the user's settings; raise `Problems` if the file has any."""
    reading = read_settings(settings_file(), rules)
    if reading.problems or reading.value is None:
        raise Problems(reading.problems)
    return reading.value


def load_settings_or_defaults() -> tuple[Settings, tuple[Problem, ...]]:
    """Return the user's settings, or the defaults and the problems of a file that has any."""
    reading = read_settings(settings_file())
    return (Settings() if reading.problems or reading.value is None else reading.value), reading.problems


def load_rules() -> "Rules":
    """Return the training rules with the user's changes; raise `Problems` if the settings have any."""
    from leanbreath.advice.bundled_rules import bundled_rules  # here, since a session needs no rules

    return bundled_rules().with_overrides(load_settings(bundled_rules()).rules)


def read_settings(path: Path, rules: "Rules | None" = None) -> ReadResult[Settings]:
    """Return the settings in a file, or the defaults where there is none; with `rules`, unknown rules are problems."""
    if not path.exists():
        return ReadResult(Settings())
    raw = file_content(path)
    reading: ReadResult[Settings] = ReadResult(None, (raw,)) if isinstance(raw, Problem) else parse_settings(raw, path)
    if reading.problems or reading.value is None or reading.tree is None or rules is None:
        return reading
    return ReadResult(
        reading.value, with_source_lines(tuple(_unknown_rules(reading.tree, rules)), reading.text), reading.tree
    )


def parse_settings(raw: bytes, path: Path) -> ReadResult[Settings]:
    """Return the settings in the content of a file, which may be empty or nothing but comments."""
    if all(line.lstrip()[:1] in (b"", b"#") for line in raw.splitlines()):
        return ReadResult(Settings())
    return read_as(raw, str(path), Settings)


def save_setting(path: tuple[str, ...], value: str) -> str:
    """Write one setting into the file; return the reason if that is impossible, else an empty text."""
    from leanbreath.atomic_write import save
    from leanbreath.userdata.settings_as_text import edit
    from leanbreath.userdata.settings_edit import with_setting  # here, since few runs write settings

    file = settings_file()
    if unsafe := first_unsafe(value):
        return f"{described(unsafe[0])} is not allowed; delete it"
    if problems := read_settings(file).problems:
        return located(problems[0])
    try:
        text = file_text(file) if file.exists() else ""
        edited = with_setting(text, *edit(path, value))
        if edited is None:
            return f"{file} can't be changed safely; edit it by hand"
        if problems := parse_settings(edited.encode(), file).problems:
            return f"{problems[0].message}; {problems[0].fix}".removesuffix("; ")
        save(file, edited)
    except (InvalidRequest, Problems, OSError) as error:
        return str(error)
    return ""


def located(problem: Problem) -> str:
    """Return a problem of the settings file with its place, without the folder."""
    return str(problem._replace(place=problem.place._replace(file=settings_file().name)))


def _unknown_rules(tree: MappingNode, rules: "Rules") -> Iterator[Problem]:
    """Yield a problem for each rule, and each limit of a rule, that does not exist."""
    for change in _entries(tree, "rules"):
        if change.key not in rules.by_id:
            yield _problem(change, f'no rule "{change.key}"', rules.by_id)
            continue
        limits: Mapping[str, object] = rules[change.key].limits or {}
        for limit in _entries(change.node, "limits"):
            if limit.key not in limits:
                yield _problem(limit, f'{change.key} has no limit "{limit.key}"', limits)


def _entries(node: object, key: str) -> tuple[Entry, ...]:
    """Return what stands below a key of a table."""
    below = node.get(key) if isinstance(node, MappingNode) else None
    return tuple(below.entries) if isinstance(below, MappingNode) else ()


def _problem(entry: Entry, message: str, known: Mapping[str, object]) -> Problem:
    return Problem(entry.place, message, suggestion(entry.key, known))
