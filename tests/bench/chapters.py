"""Whether other programs read the chapters of every routine in every format as the score has them."""

import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction
from itertools import product
from pathlib import Path

from leanbreath.export.audio import frame_count
from leanbreath.export.audio_file import write_audio_file
from leanbreath.export.chapters import chapters
from leanbreath.export.formats import FORMATS
from leanbreath.export.tags import Tags
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.score.recording import Recording, introduction_texts, recorded_introduction, recorded_score
from leanbreath.score.score import RATE
from tests.bench.table import Row
from tests.export.ffmpeg import differences, to_audiobook
from tests.export.making import BANK, bundled_score

WAIT = GAP = Fraction(10)


def wrong_chapters(name: str, suffix: str) -> tuple[int, list[str], list[str]]:
    """Return how many chapters a routine has, and what is wrong with them in its file and in the audiobook of it."""
    score = recorded_score(bundled_score(name), WAIT, GAP)
    recording = Recording(score, recorded_introduction(score, introduction_texts(score)))
    made, end_ms = chapters(recording), frame_count(recording, BANK) * 1000 // RATE
    gapless = sum(each.end_ms - each.start_ms for each in made) == recording.total * 1000 // RATE
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"x{suffix}")
        list(write_audio_file(recording, BANK, path, Tags(score.title, "Comment")))
        found = differences(path, made, end_ms) + ([] if gapless else ["they don't sum to the total"])
        return len(made), found, differences(to_audiobook(path), made, end_ms)


def rows() -> Iterator[Row]:
    """Measure every routine in every format; this takes about ten minutes."""
    cases = list(product(sorted(Library((bundled_folder("drills"),)).routine_files), FORMATS))
    with ProcessPoolExecutor() as pool:
        results = list(pool.map(wrong_chapters, *zip(*cases, strict=True)))
    for (name, suffix), (_, *wrong) in zip(cases, results, strict=True):
        for problem in (*wrong[0], *wrong[1]):
            print(f"{name}{suffix}: {problem}")
    for suffix in FORMATS:
        of_format = [result for case, result in zip(cases, results, strict=True) if case[1] == suffix]
        count = sum(number for number, _, _ in of_format)
        bad, moved = (sum(map(len, part)) for part in list(zip(*of_format, strict=True))[1:])
        text = f"{count} chapters of {len(of_format)} routines: {bad} wrong by ffprobe, {moved} wrong in an m4b of it"
        yield Row(f"chapters in {suffix}", text, "0 wrong", not bad + moved)
