"""The keys in what a terminal sends, in pieces; pasted text gives none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.session.keys import action
from leanbreath.session.typed_keys import PASTE_BEGINS, PASTE_ENDS, TypedKeys, typed_keys


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("q", ("q",)),
        ("\x1b[C", ("\x1b[C",)),
        (" \x1b[Dm", (" ", "\x1b[D", "m")),
        ("\x1b", ("\x1b",)),
        ("\x1bOA+", ("\x1bOA", "+")),
        ("\x1b[C" * 9, ("\x1b[C",) * 9),
        ("", ()),
    ],
)
def test_what_a_terminal_sends_is_split_into_keys(sent, keys):
    assert typed_keys(sent) == TypedKeys(keys)


@pytest.mark.parametrize("text", ["hqs", "h", "rm -rf quick\nyes\n", "\x1b[C q"])
def test_pasted_text_gives_no_keys_and_what_is_typed_around_it_does(text):
    typed = typed_keys(f"p{PASTE_BEGINS}{text}{PASTE_ENDS}m")
    assert (typed.keys, typed.has_paste, typed.is_pasting) == (("p", "m"), True, False)


def test_a_burst_of_different_keys_was_pasted_into_a_terminal_that_does_not_say_so():
    assert typed_keys("hurts q") == TypedKeys((), has_paste=True)


PASTED = st.text(st.sampled_from("qhs y\n\x1b[C~0"), max_size=30).filter(lambda text: PASTE_ENDS not in text)


@given(PASTED, st.lists(st.integers(1, 60), max_size=6))
def test_pasted_text_gives_no_keys_in_whatever_pieces_it_comes(text, cuts):
    whole = PASTE_BEGINS + text + PASTE_ENDS
    if PASTE_ENDS in whole.removesuffix(PASTE_ENDS):
        return
    typed, keys = TypedKeys(), []
    # A lone escape character is a key of its own, so no piece ends within the first two characters of a mark.
    places = sorted({cut for cut in cuts if cut < len(whole) and "\x1b" not in whole[cut - 1 : cut]})
    for start, end in zip([0, *places], [*places, len(whole)], strict=True):
        typed = typed_keys(whole[start:end], typed)
        keys += typed.keys
    assert keys == [] and not typed.is_pasting


@pytest.mark.parametrize(
    ("sent", "done"),
    [
        *((key, "hurts") for key in "hHрРηΗיا"),
        *((key, "leave") for key in "qQйЙض"),
        *((key, "switch") for key in "sSыіІσΣדس"),
        *((key, "mute") for key in "mMьμצ"),
        ("\u3000", "space"),
        ("ß", None),
        ("ж", None),
        (";", None),
        ("\x1b[C", "next"),
    ],
)
def test_capitals_and_other_layouts_do_what_the_key_does(sent, done):
    assert action(sent) == done
