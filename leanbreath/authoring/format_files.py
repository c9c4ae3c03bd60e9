"""Formats files without changing what they mean."""

from collections.abc import Iterable
from difflib import unified_diff
from pathlib import Path
from typing import Any, NamedTuple

from leanbreath.authoring.formatter import format_text
from leanbreath.authoring.neighbours import register_files, sibling_files, yaml_files
from leanbreath.routine.library import Library
from leanbreath.routine.problems import Place, Problem, Problems
from leanbreath.routine.reader import ReadResult, file_content, file_kind, read_drill
from leanbreath.routine.reader.assessment import read_assessment
from leanbreath.routine.reader.pose import read_pose

KINDS = ("drill", "routine", "plan", "pose", "assessment")

UNSAFE = "this file can't be formatted without changing what it means", "leave it as it is, and report this as a bug"


class Formatted(NamedTuple):
    """The content of a file before and after."""

    before: bytes
    text: str

    @property
    def is_changed(self) -> bool:
        """Whether formatting changes anything."""
        return self.text.encode() != self.before


def files_to_format(library: Library, paths: Iterable[Path]) -> list[Path]:
    """Return files, and all in folders that can be formatted; the library learns them and the files next to them.

    Raise `InvalidRequest` if a path does not exist.
    """
    files: list[Path] = []
    for path in paths:
        found = yaml_files(path)
        files += filter(_can_be_formatted, found) if path.is_dir() else found
    siblings = (sibling for path in paths if not path.is_dir() for sibling in sibling_files(path))
    register_files(library, [*files, *siblings])
    return files


def _can_be_formatted(file: Path) -> bool:
    """Return whether a file is of a kind that is formatted; a file that can't be read counts, so that it is named."""
    raw = file_content(file)
    return isinstance(raw, Problem) or file_kind(raw, str(file)) in KINDS


def format_file(library: Library, file: Path) -> Formatted:
    """Return the content of a file, formatted; raise `Problems` if it has mistakes."""
    raw = file_content(file)
    if isinstance(raw, Problem):
        raise Problems([raw])
    return format_content(library, raw, file)


def format_content(library: Library, raw: bytes, file: Path | None = None) -> Formatted:
    """Return content, formatted; raise `Problems` if it has mistakes, or if its meaning would change.

    Without a file, it may have any id, and name what lies in the current folder.
    """
    if file is None:
        register_files(library, sibling_files(Path()))
    before = _read(library, raw, file)
    if before.value is None or before.problems:
        raise Problems(before.problems)
    text = format_text(before.text)
    after = _read(library, text.encode(), file)
    if after.problems or after.value != before.value:
        raise Problems([Problem(Place(str(file or "-")), *UNSAFE)])
    return Formatted(raw, text)


def diff_lines(formatted: Formatted, name: str) -> list[str]:
    """Return the unified diff of a file; it is empty if only line ends change."""
    before = formatted.before.decode("utf-8-sig").splitlines()
    return list(unified_diff(before, formatted.text.splitlines(), name, name, lineterm="", n=2))


def _read(library: Library, raw: bytes, file: Path | None) -> ReadResult[Any]:
    kind = file_kind(raw, str(file))
    path = file or Path(f"{_id(raw, kind)}.yaml")
    match kind:
        case "drill":
            return read_drill(raw, str(path))
        case "pose":
            return read_pose(raw, str(path))
        case "assessment":
            return read_assessment(raw, str(path))
        case "plan":
            return library.plan_from(raw, path)
        case "routine":
            return library.routine_from(raw, path)
    message = f"a {kind} file can't be formatted" if kind else "this file can't be formatted"
    raise Problems([Problem(Place(str(path)), message, "name a drill, routine, plan, pose or assessment")])


def _id(raw: bytes, kind: str | None) -> str:
    """Return the id in content that has no file name."""
    key = f"{kind}:".encode()
    line = next((line for line in raw.removeprefix(b"\xef\xbb\xbf").splitlines() if line.startswith(key)), key)
    return line.removeprefix(key).decode("utf-8", "replace").partition("#")[0].strip(" \"'") or "-"
