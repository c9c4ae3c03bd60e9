"""Measures what leanbreath promises and prints the table: `python -m tests.bench [SECONDS]`.

`python -m tests.bench PART [SECONDS]` measures one part: authors (which needs no sound server), sound, simpleaudio,
lost, files, page, browser (which needs Chromium and axe-core), chapters (which needs ffmpeg), diary, fit, history,
home, lean (which needs Chromium, ffmpeg and node), merge, pack, lines, texts, postures, screens, start, today, voice
(which needs pocketsphinx) or year.
"""

import sys
from collections.abc import Callable

from tests.bench import (
    browser,
    chapters,
    check,
    diary,
    fit,
    fuzz,
    history,
    home,
    hostile,
    hostile_texts,
    lean,
    lines,
    merge,
    outputs,
    pack,
    page,
    planted,
    postures,
    render,
    screens,
    sound,
    start,
    today,
    voice,
    watch,
    year,
)
from tests.bench.table import Row, show


def authors() -> list[Row]:
    """Measure what concerns authors."""
    return [*check.rows(), *planted.rows(), *hostile.rows(), *fuzz.rows(), *watch.rows()]


*names, seconds = [*sys.argv[1:], "600"][:2] if sys.argv[1:] and sys.argv[1].isalpha() else [[*sys.argv[1:], "600"][0]]
length = float(seconds)
PARTS: dict[str, Callable[[], list[Row]]] = {
    "authors": authors,
    "sound": lambda: sound.rows(length),
    "simpleaudio": lambda: [outputs.simpleaudio(length)],
    "lost": lambda: [*outputs.lost(), *outputs.lost(at="pipewire"), *outputs.lost("simpleaudio")],
    "files": render.rows,
    "page": page.rows,
    "browser": browser.rows,
    "chapters": lambda: list(chapters.rows()),
    "texts": lambda: list(hostile_texts.rows()),
    "diary": diary.rows,
    "history": history.rows,
    "merge": merge.rows,
    "pack": pack.rows,
    "home": home.rows,
    "lean": lambda: list(lean.rows()),
    "fit": lambda: list(fit.rows()),
    "postures": postures.rows,
    "screens": lambda: screens.rows(min(length, 60)),
    "lines": lambda: lines.rows(length),
    "start": start.rows,
    "today": today.rows,
    "voice": voice.rows,
    "year": year.rows,
}
show(row for name in names or PARTS for row in PARTS[name]())
