"""What a user can change in a training rule; apart from the rules, since the settings need only this."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Literal

from leanbreath.routine.basic_notations import LENGTH_PATTERN, Notation, NotationError, parse_length
from leanbreath.routine.field_types import Id
from leanbreath.routine.form_fields import Help


def _limit(text: str) -> Fraction:
    try:
        return parse_length(text)
    except NotationError:
        if re.fullmatch(LENGTH_PATTERN, text):
            raise  # it says what is wrong with the length
        raise NotationError(f'"{text}" is not a limit', "write a number or a length, such as 12 or 30s") from None


Limit = Annotated[Fraction, Notation(_limit, "a limit", LENGTH_PATTERN, ("30s", "12"))]


@dataclass(frozen=True, kw_only=True)
class RuleOverride:
    """A user's changes to a rule."""

    severity: Annotated[
        Literal["error", "warning", "info", "off"] | None, Help("How serious it is: error, warning, info or off.")
    ] = None
    limits: Annotated[dict[Id, Limit] | None, Help("Its limits by name, as numbers or lengths.")] = None
    words: Annotated[tuple[str, ...] | None, Help("The words it looks for.")] = None
