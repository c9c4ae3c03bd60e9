"""Measures what leanbreath promises and prints the table: `python -m tests.bench [SECONDS]`."""

import sys

from tests.bench import lines, sound, start
from tests.bench.table import show

seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 300.0
show([*sound.rows(seconds), *lines.rows(seconds), *start.rows()])
