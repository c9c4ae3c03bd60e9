"""The content of a YAML file that may be anything: missing, forbidden, endless, or not a file at all."""

from pathlib import Path

from leanbreath.bounded_read import NotAFile, read_bytes
from leanbreath.routine.problems import Place, Problem, Problems
from leanbreath.routine.reader.yaml_tree import LARGEST_FILE, decode_utf8


def file_content(path: Path) -> bytes | Problem:
    """Return the bytes of a file, at most one more than `LARGEST_FILE`, or the problem that prevents reading it."""
    try:
        return read_bytes(path, LARGEST_FILE)
    except NotAFile:
        return Problem(Place(str(path)), "this is not a file", "give the path of a YAML file")
    except OSError as error:
        return Problem(Place(str(path)), f"the file cannot be read: {error.strerror}", "check its name and permissions")


def file_text(path: Path) -> str:
    """Return the text of a file; raise `Problems` if it can't be read or is not UTF-8."""
    content = file_content(path)
    text, problems = ("", (content,)) if isinstance(content, Problem) else decode_utf8(content, str(path))
    if problems:
        raise Problems(problems)
    return text
