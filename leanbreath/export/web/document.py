"""A web page as one file: a strict policy for its content, its data, its style and its script."""

import json
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from html import escape
from typing import Any

from leanbreath.unsafe_characters import first_unsafe, without_unsafe

POLICY = (
    "default-src 'none'; script-src '{script}'; style-src '{style}'; img-src data: blob:; media-src data: blob:; "
    "base-uri 'none'; form-action 'none'"
)
"""What a browser may load and run: our script and style by their hashes, pictures and sound that the file holds."""

ENDS_ELEMENT = re.compile("</(?:script|style)|<!--", re.IGNORECASE)
"""What would end a script or a style early, or hide its end."""

JSON_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&"}


def document(
    title: str, body: str, css: str, script: str, data: Mapping[str, Any] | None, language: str = "en", icon: str = ""
) -> str:
    """Return a page of one file; its script finds the data as JSON in the element `data`.

    The title, the language and all data may come from anywhere. The body, which is HTML, the style, the script and the
    icon, which is an SVG, are our own: raise `ValueError` for a style or script that a browser would read otherwise.
    """
    style, code = _own_text(css), _own_text(script)
    policy = POLICY.format(script=_hash(code), style=_hash(style))
    return f"""<!DOCTYPE html>
<html lang="{escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{escaped(title)}</title>
<link rel="icon" href="{_icon_address(icon)}">
<style>{style}</style>
</head>
<body>
{body}
{"" if data is None else _data_element(data)}<script type="module">{code}</script>
</body>
</html>
"""


def escaped(text: str) -> str:
    """Return a text as HTML holds it, also inside of an attribute, without unsafe characters."""
    return escape(without_unsafe(text))


def data_text(data: Any) -> str:
    """Return data as JSON in plain ASCII that can't end its element; unsafe characters are left out."""
    text = json.dumps(_safe(data), separators=(",", ":"), allow_nan=False)
    return text.translate(JSON_ESCAPES)


def _data_element(data: Mapping[str, Any]) -> str:
    return f'<script type="application/json" id="data">{data_text(data)}</script>\n'


def _safe(value: Any) -> Any:
    """Return a value with each of its texts, and each key, without unsafe characters."""
    if isinstance(value, str):
        return without_unsafe(value)
    if isinstance(value, Mapping):
        return {without_unsafe(key): _safe(each) for key, each in value.items()}
    return [_safe(each) for each in value] if isinstance(value, Sequence) else value


def _own_text(text: str) -> str:
    """Return a style or script if a browser reads it as it is, so that its hash holds."""
    found = ENDS_ELEMENT.search(text) or first_unsafe(text)
    if found:
        raise ValueError(f"a page can't hold {found[0]!r} in its style or script")
    return text


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _icon_address(icon: str) -> str:
    """Return the address of an icon; without one it is empty, so that a browser doesn't ask a server for it."""
    return f"data:image/svg+xml;base64,{b64encode(icon.encode()).decode()}" if icon else "data:,"
