"""The layout of a card: everything within the margins, nothing over anything else, no small type."""

from itertools import combinations

import pytest

from leanbreath.export.card.content import Card, CautionAdvice
from leanbreath.export.card.layout import Page, page_of
from leanbreath.export.card.paper import BOTTOM, PAGE_HEIGHT, PAGE_WIDTH, SIDE, SMALLEST, TOP
from leanbreath.export.card.paragraph import Style
from leanbreath.export.card.rows import Action, Group, Row
from tests.export.card.making import ROUTINES, bundled_page, bundled_routine, card, page
from tests.hostile import PAYLOADS, hostile

TEXTS = {"markup": PAYLOADS["markup that acts"], "one word": "x" * 300, "blanks": "\u202e\n\t ", "no spaces": "呼" * 90}

Box = tuple[float, float, float, float]


def measure(text: str, style: Style) -> float:
    """Return a width as in a typewriter."""
    return len(text) * style.size * 0.19


def made(steps: int, words: int = 8) -> Card:
    """Return a card with so many steps, and so many words in each of its texts."""
    prose = " ".join(["breathe"] * words)
    row = Row("drill", "1", "0:00", prose, prose, prose, (Action("In", "3 s"),), (prose, prose))
    entries = (Group("1", "", "3 rounds", "0:00, 1:00, 2:00"), *(row._replace(groups=("1",)),) * steps)
    cautions = (CautionAdvice("Dizziness", prose),) * 6
    return Card(prose, "at home", "6:28", "and a wait", prose, "You need: nothing.", entries, cautions, prose, prose)


def boxes(page: Page) -> list[Box]:
    """Return left, top, right and bottom of every text and picture."""
    return [
        (each.left, each.top, each.left + each.width, each.top + each.height) for each in (*page.texts, *page.pictures)
    ]


def overlap(one: Box, other: Box) -> bool:
    return all(one[edge] < other[edge + 2] - 0.01 and other[edge] < one[edge + 2] - 0.01 for edge in (0, 1))


def check(page: Page) -> None:
    """Fail if anything lies outside of the margins, over anything else, or is too small to read."""
    for left, top, right, bottom in boxes(page):
        assert left >= SIDE - 0.01 and right <= PAGE_WIDTH - SIDE + 0.01
        assert top >= TOP - 0.01 and bottom <= PAGE_HEIGHT - BOTTOM + 0.01
    assert [pair for pair in combinations(boxes(page), 2) if overlap(*pair)] == []
    assert min(text.style.size for text in page.texts) >= SMALLEST >= 8


@pytest.mark.parametrize("name", ROUTINES)
def test_a_bundled_routine_fits_within_the_margins_and_nothing_covers_anything(name: str) -> None:
    made = bundled_page(name)
    check(made)
    assert made.left_out == 0 and made.pictures


@pytest.mark.parametrize(("steps", "words"), [(1, 1), (1, 200), (5, 30), (12, 8), (30, 8), (30, 40), (60, 2), (90, 8)])
def test_any_number_of_steps_and_words_fits_on_one_page(steps: int, words: int) -> None:
    page = page_of(made(steps, words), measure)
    check(page)
    assert not page.left_out


@pytest.mark.parametrize("payload", TEXTS.values(), ids=list(TEXTS))
def test_texts_of_any_kind_stay_in_their_boxes(payload: str) -> None:
    check(page(card(hostile(bundled_routine("daily-12"), payload))))


def test_steps_beyond_that_are_counted_on_the_card() -> None:
    page = page_of(made(300), measure)
    check(page)
    shown = sum(text.text == "1" for text in page.texts)
    assert shown + page.left_out == 300 and shown > 80
    assert f"{page.left_out} more steps" in " ".join(text.text for text in page.texts)


def test_rounds_in_rounds_and_endless_safety_texts_leave_room() -> None:
    groups = tuple(str(number) for number in range(12))
    nested = [Group(each, "Around", "3 rounds", "0:00", groups[:depth]) for depth, each in enumerate(groups)]
    crowded = made(2)
    inner = crowded.entries[-1]._replace(groups=groups)
    check(page_of(crowded._replace(entries=(*nested, inner), safety="Stop. " * 3000), measure))


def test_a_word_wider_than_the_page_is_broken() -> None:
    check(page_of(made(3)._replace(title="x" * 500, about="y" * 900), measure))


def test_a_crowded_card_loses_cues_before_steps_doses_or_cautions() -> None:
    texts = " ".join(text.text for text in page_of(made(30), measure).texts)
    assert texts.count("IN") == 30 and "Dizziness" in texts and "“" not in texts


def test_letter_paper_holds_the_card_at_its_own_size_too() -> None:
    letter = (215.9, 279.4)
    assert letter[0] >= PAGE_WIDTH and letter[1] - 2 * 6 >= PAGE_HEIGHT - TOP - BOTTOM
