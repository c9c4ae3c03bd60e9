"""Reads assessment files."""

from typing import Any

from leanbreath.routine.assessment import Assessment
from leanbreath.routine.reader.converter import Converter
from leanbreath.routine.reader.read_result import ReadResult, check_id, read_document
from leanbreath.routine.yaml_nodes import MappingNode


def read_assessment(raw: bytes, file: str) -> ReadResult[Assessment]:
    """Return the assessment in a file; its id must be its file name."""

    def build(converter: Converter, mapping: MappingNode) -> Any:
        assessment = converter.convert(Assessment, mapping, "assessment")
        check_id(converter, mapping, "assessment", file)
        return assessment

    return read_document(raw, file, build)
