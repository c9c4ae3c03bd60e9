"""Characters no text needs: they control a terminal, end a line unseen, or change the direction of reading.

The reader refuses them in files. Whatever leaves the program drops them or shows them as escapes, since a text may also
come from a device, another program or an old diary.
"""

import re

UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, except tab and line feed
    "\u2028\u2029"  # line ends that few editors show
    "\u202a-\u202e\u2066-\u2069\u206a-\u206f"  # embedding, override and isolation of a direction
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"  # marks, and what is no character
)

HIDDEN = "[\xa0\xad\u061c\u1680\u180e\u2000-\u200f\u202f\u205f-\u2064\u3000]"
"""Blanks that look like a space, and characters that show nothing: right in prose, wrong in a number or a name.

A pattern that is compiled at its first use, since few texts have any.
"""

NAMES = {
    "\0": "null character",
    "\a": "bell character",
    "\b": "backspace character",
    "\v": "vertical tab",
    "\f": "form feed",
    "\r": "carriage return",
    "\x1b": "escape character",
    "\x7f": "delete character",
    "\x85": "next line character",
    "\ufeff": "byte order mark",
}
"""The usual names of characters that Unicode doesn't name, or not by their use here."""


def first_unsafe(text: str) -> re.Match[str] | None:
    """Return where the first unsafe character is, if there is any."""
    return None if text.isprintable() else UNSAFE.search(text)


def first_hidden(text: str) -> str:
    """Return the first blank that is no plain space, or character that shows nothing; empty if there is none."""
    found = None if text.isascii() else re.search(HIDDEN, text)
    return found[0] if found else ""


def described(char: str) -> str:
    """Return the name of a character with an article: `an escape character (U+001B)`."""
    from unicodedata import name  # here, since few texts have any

    unnamed = "control character" if char < "\xa0" else "invalid character"
    called = NAMES.get(char) or name(char, unnamed).lower()
    return f"{'an' if called[0] in 'aeiou' else 'a'} {called} (U+{ord(char):04X})"


def without_unsafe(text: str) -> str:
    """Return a text without unsafe characters; lines and tabs stay."""
    return text if text.isprintable() else UNSAFE.sub("", text)


def escaped(text: str) -> str:
    """Return a text as one line in which unsafe characters, line feeds and tabs are shown as escapes."""
    if text.isprintable():
        return text
    shown = UNSAFE.sub(lambda found: found[0].encode("unicode_escape").decode(), text)
    return shown.replace("\n", "\\n").replace("\t", "\\t")
