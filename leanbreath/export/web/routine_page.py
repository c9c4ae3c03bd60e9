"""The page of a routine: one file that plays it, with its sound and its figures."""

from base64 import b64encode
from collections.abc import Mapping
from typing import Any

from leanbreath.export.web.bundle import bundle, page_file
from leanbreath.export.web.document import document

STYLES = ("shared/base.css", "player/page.css")


def routine_page(data: Mapping[str, Any], sound: bytes, language: str) -> str:
    """Return the page of a routine, given its data and its sound as an MP3 file."""
    heard = {"type": "audio/mpeg", "base64": b64encode(sound).decode()}
    return document(
        data["title"],
        page_file("player/page.html"),
        "\n".join(map(page_file, STYLES)),
        bundle("player", "main.js"),
        {**data, "sound": heard},
        language,
        page_file("shared/icon.svg"),
    )
