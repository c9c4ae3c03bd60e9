"""No screen, card or dialog sends the terminal anything of a text but what fills its cells."""

import pytest

from tests.hostile import MARK, SHORT, acted_on
from tests.screens.hostile_screens import VIEWS


@pytest.mark.parametrize("views", VIEWS, ids=lambda views: views.__name__)
async def test_no_text_controls_the_terminal_or_is_read_as_markup(views) -> None:
    for name, sent in (await views(SHORT)).items():
        assert (name, acted_on(sent)) == (name, set())
        assert f"{MARK}[b]" in sent and "\t" not in sent
