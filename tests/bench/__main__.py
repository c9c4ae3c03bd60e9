"""Measures what leanbreath promises and prints the table: `python -m tests.bench [SECONDS]`.

`python -m tests.bench authors` measures only what concerns authors, which needs no sound server.
"""

import sys

from tests.bench import check, fuzz, hostile, lines, planted, sound, start, watch
from tests.bench.table import show

authors = [*check.rows(), *planted.rows(), *hostile.rows(), *fuzz.rows(), *watch.rows()]
if sys.argv[1:] == ["authors"]:
    show(authors)
else:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 300.0
    show([*authors, *sound.rows(seconds), *lines.rows(seconds), *start.rows()])
