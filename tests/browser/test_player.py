"""The page of a routine in Chromium, as a runner uses it: offline, from a file, with thumbs."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.browser.axe import serious_findings
from tests.browser.chromium import LARGE, SMALL
from tests.browser.conftest import Visitor
from tests.browser.layout import layout_faults
from tests.browser.pages import short_routine, write_page
from tests.browser.player import Player
from tests.browser.timing import NEAR, timing_of_phases, timing_of_words
from tests.home import PROGRAM, environment

pytestmark = pytest.mark.browser

OPEN = "Bridge"
"""The open work of the routine, which ends with a tap."""

PLACES = [(size, colours) for size in (SMALL, LARGE) for colours in ("dark", "light")]

MEDIA_KEYS = """\
window.mediaKeys = {};
navigator.mediaSession.setActionHandler = (name, handler) => (window.mediaKeys[name] = handler);
"""

WAKE_LOCK = """\
window.locks = [];
Object.defineProperty(navigator, "wakeLock", {value: {request: async (kind) => {
  locks.push(kind);
  const lock = window.lock = new EventTarget();
  lock.release = async () => { locks.push("released"); lock.dispatchEvent(new Event("release")); };
  return lock;
}}});
"""


@pytest.fixture(scope="module")
def page_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_page(short_routine(), tmp_path_factory.mktemp("pages") / "short.html")


def test_a_routine_plays_to_its_end_and_its_picture_follows_the_sound(visit: Visitor, page_path: Path) -> None:
    player = Player(visit(page_path, fragment="#speed=4").page)
    player.start()
    player.play_to_the_end()
    for timing in (timing_of_phases(player.data, player.phases()), timing_of_words(player.data, player.recorded())):
        assert len(timing.offsets) > 20
        assert timing.missed == ()
        assert timing.median < NEAR
    assert [index for index, _ in player.phases()] == list(range(len(player.data["segments"])))


@pytest.mark.parametrize(("size", "colours"), PLACES)
def test_every_state_can_be_read_and_reached(
    visit: Visitor, page_path: Path, size: tuple[int, int], colours: str
) -> None:
    page = visit(page_path, size, color_scheme=colours).page
    player, faults = Player(page), {}

    def look(state: str) -> None:
        is_card = state in ("card", "end")
        faults[state] = [*layout_faults(page, fixed=not is_card), *serious_findings(page)]

    look("card")
    player.start()
    look("count-in")
    for state in ("playing", "paused", "wait", "open"):
        player.press("main") if state == "paused" else player.go_to(state)
        look(state)
    player.press("main")
    player.go_to_the_end()
    look("end")
    assert faults == {state: [] for state in faults}


def test_the_buttons_do_what_they_say(visit: Visitor, page_path: Path) -> None:
    player = Player(visit(page_path).page)
    player.start()
    player.press("next-step")
    assert player.text("drill") == "Standing soft belly"
    begun, total = player.seconds, player.text("total")
    player.press("longer")
    assert clock(player.text("total")) == clock(total) + 12  # two breaths of 6 s are nearer to 10 s than one
    player.press("main")
    assert not player.is_playing
    assert (player.text("main"), player.text("word").lower()) == ("Resume", "paused")
    player.press("main")
    assert player.is_playing
    assert player.seconds == pytest.approx(begun, abs=2)
    player.press("next-step")
    assert player.seconds > begun + 5
    player.press("back")
    assert player.text("drill") == "Standing soft belly"


def test_keys_do_what_buttons_do(visit: Visitor, page_path: Path) -> None:
    player = Player(visit(page_path, LARGE).page)
    player.start()
    keyboard = player.page.keyboard
    keyboard.press("ArrowRight")
    first = player.text("drill")
    keyboard.press("ArrowRight")
    assert player.text("drill") != first
    keyboard.press("ArrowLeft")
    assert player.text("drill") == first
    keyboard.press("Space")
    assert not player.is_playing
    keyboard.press("Space")
    assert player.is_playing


def test_a_tap_ends_a_wait_and_open_work(visit: Visitor, page_path: Path) -> None:
    player = Player(visit(page_path).page)
    player.start()
    player.go_to("wait")
    player.page.locator("#main:text-is('Continue')").wait_for()
    player.press("stage")
    assert player.is_playing
    player.go_to("open")
    drill = player.text("drill")
    player.press("stage")
    assert player.text("drill") != drill


def test_a_headset_and_an_interruption_are_obeyed(visit: Visitor, page_path: Path) -> None:
    page = visit(page_path, script=MEDIA_KEYS).page
    player = Player(page)
    player.start()
    assert sorted(page.evaluate("Object.keys(mediaKeys)")) >= ["nexttrack", "pause", "play", "previoustrack"]
    page.evaluate("mediaKeys.nexttrack()")
    before = player.seconds
    for _ in range(2):  # the second time, by a headset that is taken off
        page.evaluate("mediaKeys.pause()")
        assert not player.is_playing
    page.evaluate("mediaKeys.play()")
    assert player.is_playing
    page.evaluate("mediaKeys.nexttrack()")
    assert player.seconds > before + 5
    assert page.evaluate("navigator.mediaSession.metadata.title") == player.text("drill")
    page.evaluate("leanbreath.audio.pause()")  # as a phone call does
    page.locator("#main:text-is('Resume')").wait_for()


def test_the_screen_stays_on_while_a_session_plays(visit: Visitor, page_path: Path) -> None:
    player = Player(visit(page_path, script=WAKE_LOCK).page)
    assert player.page.evaluate("locks") == []
    player.start()
    assert player.page.evaluate("locks") == ["screen"]
    player.press("main")
    assert player.page.evaluate("locks") == ["screen", "released"]
    player.page.evaluate("main.click(); main.click(); main.click()")  # before the lock says that it was let go
    assert sorted(player.page.evaluate("locks")) == ["released", "released", "screen", "screen", "screen"]
    player.page.evaluate("lock.release()")  # as a browser does whose page is hidden
    player.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert player.page.evaluate("locks.slice(-2)") == ["released", "screen"]
    player.press("main")
    assert player.page.evaluate("locks.at(-1)") == "released"


def test_nothing_glides_where_motion_is_reduced(visit: Visitor, page_path: Path) -> None:
    glides, still = (motions(visit, page_path, wish) for wish in ("no-preference", "reduce"))
    assert glides > 10
    assert still <= 2


def motions(visit: Visitor, page_path: Path, wish: str) -> int:
    """Return how many pictures a breath has, of the figure and the ground together."""
    player = Player(visit(page_path, reduced_motion=wish).page)
    player.start()
    player.press("next-step")
    seen: int = player.page.evaluate("""async () => {
      const seen = new Set(), until = performance.now() + 1000;
      while (performance.now() < until) {
        seen.add(document.getElementById("tide").style.transform + document.getElementById("figure").innerHTML);
        await new Promise(requestAnimationFrame);
      }
      return seen.size;
    }""")
    return seen


def test_the_diary_takes_the_text_at_the_end(visit: Visitor, page_path: Path, tmp_path: Path) -> None:
    player = Player(visit(page_path, fragment="#speed=16").page)
    player.start()
    player.play_to_the_end()
    text = player.page.input_value("#diary-text")
    assert max(map(len, text.splitlines())) < 1024  # a terminal may cut off longer lines that are pasted
    for _ in range(2):  # the second time it is known already
        done = diary(tmp_path, "diary", "import", "-", input=text)
        assert done.returncode == 0, done.stderr
    history: dict[str, Any] = json.loads(diary(tmp_path, "history", "--json").stdout)
    (session,) = history["sessions"]
    assert session["title"] == player.data["title"]
    assert session["ending"] == "done"
    assert session["planned_seconds"] == player.data["total"] / player.data["rate"]
    assert {each["title"] for each in session["work"]} == {
        each["title"] for each in player.data["passages"] if each["kind"] == "work"
    }
    for work in session["work"]:
        if work["title"] != OPEN:
            assert work["done_seconds"] == pytest.approx(work["planned_seconds"], abs=1.5)


def diary(home: Path, *arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run a command in a home folder."""
    command = [*PROGRAM, *arguments]
    return subprocess.run(command, env=environment(home), capture_output=True, text=True, check=False, **options)


def clock(text: str) -> int:
    """Return the seconds of a text such as `about 1:07`."""
    minutes, seconds = text.split()[-1].split(":")
    return 60 * int(minutes) + int(seconds)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_largest_text_fits_too(visit: Visitor, page_path: Path, size: tuple[int, int]) -> None:
    page = visit(page_path, size).page
    player = Player(page)
    while page.locator("#larger").is_enabled():
        player.press("larger")
    faults = {"card": layout_faults(page)}
    player.start()
    for state in ("playing", "paused", "wait", "open"):
        player.press("main") if state == "paused" else player.go_to(state)
        faults[state] = layout_faults(page, fixed=True)
    assert faults == {state: [] for state in faults}


WIDE_WORDS = ("March", "Forward", "Normal", "Swing", "Stretch", "Walk back")

OVERFLOWING = """(words) => {
  const word = document.getElementById("word");
  return words.filter((each) => {
    word.textContent = each;
    word.style.setProperty("--letters", String(each.length));
    return word.scrollWidth > word.clientWidth + 1;
  });
}"""


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_widest_words_fit(visit: Visitor, page_path: Path, size: tuple[int, int]) -> None:
    player = Player(visit(page_path, size).page)
    player.start()
    player.press("main")
    assert player.page.evaluate(OVERFLOWING, WIDE_WORDS) == []
