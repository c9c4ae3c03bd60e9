"""How long `check` takes for a thousand routine files of 3 KB, beside PyYAML's C loader alone on the same files."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

import yaml

from leanbreath.routine.library import bundled_folder
from tests.bench.table import Row
from tests.home import environment

FILES, SIZE, TRIES = 1000, 3000, 5

OWN = """\
  # {number}: what my coach showed me, in my own words
  - title: "{title}"
    position: standing
    goal: awareness
    why: "It tells me where I stand before I begin to lean, and it takes no time at all."
    {dose}
    setup:
      - "Stand tall, feet under the hips, and let the shoulders hang."
      - "Look far ahead; the back of the neck is long."
    cues:
      - {{at: start, say: "Stand tall."}}
      - {{at: half, say: "Still breathing?"}}
    mistakes:
      - "Holding the breath while listening to the feet."
"""
TITLES = ("Listen to the feet", "Look far", "Long neck", "Quiet shoulders", "Where is the weight?")
DOSES = ("hold: 20s", "time: 40s", "breath: 4-0-5-0 x 5", "reps: 6 @ 3s", "hold: 25s")


def bundled_steps() -> list[str]:
    """Return the steps of the bundled routines as their authors wrote them."""
    texts = (path.read_text("utf-8") for path in sorted((bundled_folder("drills") / "routines").glob("*.yaml")))
    return [step for text in texts for step in re.split(r"(?m)^(?=  - )", text.partition("steps:\n")[2]) if step]


def routine(number: int, steps: list[str]) -> str:
    """Return a routine of about 3 KB: bundled steps in random order, with drills written on the spot among them."""
    draw = Random(number)  # noqa: S311 - the same files every time
    text = f'routine: r{number:04}\ntitle: Routine {number}\nfor: any\nabout: "One of a thousand."\n'
    text += "defaults: {ready: 5s, switch: 4s}\nsteps:\n"
    own = 0
    while len(text) < SIZE - 100:
        text += draw.choice(steps)
        if len(text) > SIZE * (own + 1) // 4 and own < 2:
            own += 1
            text += OWN.format(number=own, title=draw.choice(TITLES), dose=draw.choice(DOSES))
    return text


def rows() -> list[Row]:
    """Return the row of a thousand files."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        paths = _written(home / "files")
        pairs = [(_loaded(paths), _checked(home)) for _ in range(TRIES)]
    loading, checking = (median(column) for column in zip(*pairs, strict=True))
    ratio = median(check / load for load, check in pairs)
    return [
        Row(
            f"`check` of {FILES:,} routine files of 3 KB, compared with PyYAML's C loader alone ({loading:.2f} s)",
            f"{checking:.2f} s, {ratio:.1f} times",
            "≤ 5 times, ≤ 4 s",
            ratio <= 5 and checking <= 4,
        )
    ]


def _written(folder: Path) -> list[Path]:
    folder.mkdir()
    steps = bundled_steps()
    paths = [folder / f"r{number:04}.yaml" for number in range(FILES)]
    for number, path in enumerate(paths):
        path.write_text(routine(number, steps), "utf-8")
    return paths


def _loaded(paths: list[Path]) -> float:
    began = perf_counter()
    for path in paths:
        yaml.load(path.read_bytes(), yaml.CSafeLoader)
    return perf_counter() - began


def _checked(home: Path) -> float:
    began = perf_counter()
    command = [sys.executable, "-m", "leanbreath", "check", str(home / "files")]
    subprocess.run(command, env=environment(home), capture_output=True, check=False)
    return perf_counter() - began


if __name__ == "__main__":
    from tests.bench.table import show

    show(rows())
