"""Reads lessons, which are texts in Markdown."""

from leanbreath.routine.reader.read_result import ReadResult, with_source_lines
from leanbreath.routine.reader.unsafe_text import unsafe_characters
from leanbreath.routine.reader.yaml_tree import decode_utf8


def read_lesson(raw: bytes, file: str) -> ReadResult[str]:
    """Return the Markdown of a lesson."""
    text, problems = decode_utf8(raw, file)
    problems = problems or unsafe_characters(text, file)
    return ReadResult(None if problems else text, with_source_lines(problems, text))
