"""The types of fields that many kinds of files share: ids, whole numbers, lengths, and the ids of sources and rules."""

import re
from fractions import Fraction
from typing import Annotated

from leanbreath.routine.basic_notations import (
    ID_PATTERN,
    LENGTH_PATTERN,
    WHOLE_NUMBER_PATTERN,
    Notation,
    NotationError,
    parse_id,
    parse_length,
    parse_positive_length,
    parse_whole_number,
)


def _parse_source_id(text: str) -> str:
    if not re.fullmatch(r"S[0-9]{2}b?", text):
        raise NotationError(f'"{text}" is not a source id', "use an id from drills/sources.yaml, such as S43")
    return text


def _parse_rule_id(text: str) -> str:
    if not re.fullmatch(r"LB[0-9]{3}b?", text):
        raise NotationError(f'"{text}" is not the id of a training rule', "write an id such as LB005")
    return text


Id = Annotated[str, Notation(parse_id, "an id", ID_PATTERN, ("half-kneel-breath",))]
WholeNumber = Annotated[int, Notation(parse_whole_number, "a whole number", WHOLE_NUMBER_PATTERN, ("3",))]
Length = Annotated[Fraction, Notation(parse_length, "a length", LENGTH_PATTERN, ("30s", "1m30s", "4:30"))]
PositiveLength = Annotated[
    Fraction, Notation(parse_positive_length, "a length", LENGTH_PATTERN, ("30s", "1m30s", "4:30"))
]
SourceId = Annotated[str, Notation(_parse_source_id, "a source", "S[0-9]{2}b?", ("S43",))]
RuleId = Annotated[str, Notation(_parse_rule_id, "a training rule", "LB[0-9]{3}b?", ("LB005",))]
