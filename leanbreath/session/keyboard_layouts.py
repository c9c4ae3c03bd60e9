"""Keyboard layouts: the Latin letter on the key that sends a letter of another script."""

from unicodedata import normalize

LATIN = "qwertyuiopasdfghjklzxcvbnm"

LAYOUTS = (
    "йцукенгшщзфывапролдячсмить",  # Russian; the others that share its letters put them on the same keys
    ";ςερτυθιοπασδφγηξκλζχψωβνμ",  # Greek
    "/'קראטוןםפשדגכעיחלךזסבהנמצ",  # Hebrew
    "ضصثقفغعهخحشسيبلاتنمئءؤر\0ىة",  # Arabic; its b sends two letters
)
"""What the keys of `LATIN` send in other layouts, in the same order."""

OTHERS = {"і": "s", "ї": "]", "є": "'"}
"""Letters of Ukrainian on keys where Russian has others."""

SAME_KEY = OTHERS | {
    sent: latin for layout in LAYOUTS for sent, latin in zip(layout, LATIN, strict=True) if not sent.isascii()
}
"""The Latin letter for each letter of another script; a sign such as `;` may be meant as it is."""


def latin(sent: str) -> str:
    """Return the lower-case Latin letter of the key that sends a character; anything else as it is."""
    if len(sent) != 1:
        return sent
    char = normalize("NFKC", sent).lower()
    return SAME_KEY.get(char, char)
