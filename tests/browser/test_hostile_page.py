"""A page whose every text is hostile: nothing of it runs, nothing breaks, and it is still to be read."""

from pathlib import Path

import pytest

from leanbreath.unsafe_characters import UNSAFE
from tests.browser.conftest import Visitor
from tests.browser.pages import short_routine, write_page
from tests.browser.player import Player
from tests.hostile import MARK, PAYLOADS

pytestmark = pytest.mark.browser

RUN = "document.title=1"

MARKUP = {
    "ends the script": f"{MARK}</script><script>{RUN}</script>",
    "ends all elements": f"{MARK}</title></textarea></style></template></svg><img src=x onerror={RUN}>",
    "an attribute": f"{MARK}\" onfocus={RUN} autofocus tabindex=\"0\" x='' onclick={RUN} y='",
    "a comment": f"{MARK}<!--<script>--!><svg onload={RUN}>",
    "an address": f"{MARK}javascript:alert(1) https://leanbreath.invalid/ url(https://leanbreath.invalid/)",
    "JavaScript": f"{MARK}\\u2028`${{alert(1)}}`\\\\\\';alert(1)//",
    "JSON": f'{MARK}"}}],"__proto__":{{"x":1}},"lines":null',
    "long": f"{MARK}" + "w" * 300,
}
"""What a browser would act on."""


@pytest.mark.parametrize("payload", [*MARKUP.values(), "".join(PAYLOADS.values())], ids=[*MARKUP, "for a terminal"])
def test_no_text_runs_or_breaks_the_page(visit: Visitor, tmp_path: Path, payload: str) -> None:
    path = write_page(short_routine(), tmp_path / "x.html", payload)
    player = Player(visit(path).page)
    title = player.page.title()
    assert MARK in title
    player.start()
    player.go_to("playing")
    assert MARK in player.text("drill")
    player.go_to("open")
    assert MARK in (player.page.get_attribute("#figure", "aria-label") or "")
    player.press("main")
    player.go_to_the_end()
    assert MARK in player.page.input_value("#diary-text")
    assert player.page.title() == title
    assert not UNSAFE.search(player.page.evaluate("document.body.innerText").replace("\n", ""))
    assert player.page.locator("script").count() == 2
    assert player.page.locator("img, iframe, object, embed, link[href^=http], a").count() == 0
