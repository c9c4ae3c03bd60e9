"""The settings file as the README shows it, made from the fields: `python -m tests.userdata.sample` writes it there."""

import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any, Literal, get_args, get_origin

from leanbreath.routine.form_fields import Help, form_fields
from leanbreath.userdata.settings import Settings
from leanbreath.userdata.settings_as_text import value_text
from tests.terminal import ROOT

README = ROOT / "README.md"
BLOCK = re.compile(r"(?<=<!-- all settings -->\n```yaml\n).*?(?=```)", re.DOTALL)
COLUMN = 24
"""Where the help begins."""

FEW = 5
"""More choices than these are cut short."""


def sample() -> str:
    """Return a settings file that says what applies anyway; settings without a value are commented out."""
    return "".join(f"{line}\n" for line in _lines(Settings(), ""))


def _lines(section: Any, indent: str) -> Iterator[str]:
    for key, field in form_fields(type(section)).items():
        about, value = field.help or Help(""), getattr(section, field.attribute)
        if is_dataclass(value):
            yield _line(f"{indent}{key}:", about.text)
            yield from _lines(value, f"{indent}  ")
        elif value in (None, "", {}):
            yield _line(f"{indent}# {key}: {about.example}", _unset(about))
        else:
            yield _line(f"{indent}{key}: {value_text(value)}", about.text + _choices(field.type))


def _line(text: str, comment: str) -> str:
    return f"{text:<{COLUMN - 2}}  # {comment}"


def _unset(about: Help) -> str:
    return f"{about.text} If left out: {about.unset}." if about.unset else about.text


def _choices(hint: Any) -> str:
    names = get_args(hint) if get_origin(hint) is Literal else ()
    shown = names if len(names) <= FEW else (*names[: FEW - 2], "…")
    return f" ({', '.join(shown)})" if shown else ""


if __name__ == "__main__":
    README.write_text(BLOCK.sub(lambda _: sample(), README.read_text("utf-8")), "utf-8")
