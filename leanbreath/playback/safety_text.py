"""The long safety text, read from its lesson."""

from leanbreath.presentation.lesson_page import plain_paragraphs
from leanbreath.routine.library import bundled_folder


def load_safety() -> tuple[str, ...]:
    """Return the long safety text, a line for each paragraph."""
    text = (bundled_folder("drills") / "lessons" / "safety.md").read_text("utf-8")
    return tuple(plain_paragraphs(text))
