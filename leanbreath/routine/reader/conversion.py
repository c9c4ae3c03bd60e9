"""Which conversion of `Converter` a type takes, found once for each type."""

import types
from dataclasses import is_dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from leanbreath.routine.form_fields import form_fields, required_keys
from leanbreath.routine.routine_file import StepSpec
from leanbreath.routine.work import Work

Conversion = tuple[str, Any]
"""The name of a method of `Converter` and its first argument."""

DEFERRED = (get_args(Work), get_args(StepSpec))
"""Types that depend on more than their own text, such as the kind of drill; they stay nodes for a builder."""


@cache
def conversion_to(type_: Any) -> Conversion:
    """Return the conversion to a type; its method is empty if the node is kept for a builder."""
    origin = get_origin(type_)
    if origin in (Union, types.UnionType):
        alternatives = tuple(each for each in get_args(type_) if each is not types.NoneType)
        if alternatives in DEFERRED:
            return "", None
        return (
            ("_convert_union", tuple(map(conversion_to, alternatives)))
            if len(alternatives) > 1
            else conversion_to(alternatives[0])
        )
    if origin is Annotated:
        return "_convert_annotated", get_args(type_)[:2]
    if origin is tuple:
        first, second = get_args(type_)
        return "_convert_tuple" if second is Ellipsis else "_convert_pair", conversion_to(first)
    if origin is dict:
        return "_convert_dict", tuple(map(conversion_to, get_args(type_)))
    return ("_convert_dataclass" if is_dataclass(type_) else "_convert_plain"), type_


@cache
def conversions_of(cls: type) -> tuple[dict[str, tuple[str, Conversion]], tuple[str, ...]]:
    """Return the attribute and conversion of each key of a class, and its required keys."""
    conversions = {key: (field.attribute, conversion_to(field.type)) for key, field in form_fields(cls).items()}
    return conversions, required_keys(cls)
