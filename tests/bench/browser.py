"""How far the picture of a routine's page is from its sound in Chromium, at four times its speed, and what goes wrong.

The time of the sound runs four times as fast as a clock on the wall: within 50 ms of the sound is within 12.5 ms for
the runner's eye at that speed, and within 50 ms at the usual one.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.table import Row
from tests.browser.axe import serious_findings
from tests.browser.chromium import SMALL, chromium, visited
from tests.browser.layout import layout_faults
from tests.browser.player import Player
from tests.browser.timing import Timing, screen_timing, timing_of_phases, timing_of_words

NAME, SPEED = "pre-run-6", 4
SECONDS = 300
LOOKS = 12
"""How many steps are searched for faults, which takes the browser's time: it is a visit of its own."""


def rows() -> list[Row]:
    """Render the page with its voice and play it twice in Chromium: to measure its times, and to look at its states."""
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        path = Path(name, "warmup.html")
        homes = {f"XDG_{each}_HOME": name for each in ("CACHE", "CONFIG", "DATA")}
        command = [sys.executable, "-m", "leanbreath", "render", NAME, "-o", str(path)]
        subprocess.run(command, env={**os.environ, **homes}, check=True, capture_output=True)
        with visited(browser, path, SMALL, f"#speed={SPEED}") as visit:
            player = Player(visit.page)
            player.start()
            player.play_to_the_end(SECONDS)
            phases = timing_of_phases(player.data, player.phases())
            words = timing_of_words(player.data, player.recorded())
            screen = screen_timing(player.data, player.recorded(), SPEED)
            wrong = list(visit.wrong)
        with visited(browser, path, SMALL) as visit:
            findings = _findings(Player(visit.page))
            wrong += visit.wrong
    requests = [each for each in wrong if each.startswith("request")]
    others = [each for each in wrong if each not in requests]
    for problem in (*findings, *wrong):
        print(problem)
    return [
        _row(f"phases of {NAME} at speed {SPEED}, as the page notes them", phases),
        _row("its words, as they come into the document", words),
        _row("the same on the screen, by the wall's clock", screen),
        Row("serious axe-core findings, cut-off or covered parts", str(len(findings)), "0", not findings),
        Row("console messages, errors, violations of the policy", str(len(others)), "0", not others),
        Row("network requests", str(len(requests)), "0", not requests),
    ]


def _row(what: str, timing: Timing) -> Row:
    count = len(timing.offsets) + len(timing.missed)
    text = (
        f"{timing.share_near:.1%} of {count} changes within 50 ms; median {timing.median * 1000:.0f} ms, "
        f"worst {timing.worst * 1000:.0f} ms, {len(timing.missed)} never shown"
    )
    return Row(what, text, "99 %", timing.share_near >= 0.99)


def _findings(player: Player) -> list[str]:
    """Return what axe-core and the boxes of the page find on its card, in each step, in a pause, and at the end."""
    page = player.page
    found = [*serious_findings(page), *layout_faults(page)]
    player.start()
    player.press("main")
    found += [*serious_findings(page), *layout_faults(page, fixed=True)]
    player.press("main")
    for _ in range(LOOKS):
        player.press("next-step")
        if page.locator("#done").is_visible():
            break
        found += [*serious_findings(page), *layout_faults(page, fixed=True)]
    player.go_to_the_end()
    return [*found, *serious_findings(page), *layout_faults(page)]
