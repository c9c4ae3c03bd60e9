"""Lengths on the command line."""

from fractions import Fraction
from typing import Any

import click

from leanbreath.routine.notation import NotationError, length


class LengthType(click.ParamType):  # type: ignore[type-arg] # older releases take no argument
    """A length on the command line, in the notation of the format."""

    name = "length"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Fraction:
        """Return the length in seconds."""
        try:
            return value if isinstance(value, Fraction) else length(value)
        except NotationError as error:
            self.fail(f"{error.message}; {error.cure}", param, ctx)
