"""Pages of routines without sound to hear, made from any routine, even from one that no reader would let through."""

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import soundfile

from leanbreath.authoring.figures import load_figures
from leanbreath.export.web.page_data import DiaryFields, page_data
from leanbreath.export.web.page_timeline import page_timeline
from leanbreath.export.web.page_wording import page_wording
from leanbreath.export.web.routine_page import routine_page
from leanbreath.figure.shot_selection import DrillFigure
from leanbreath.presentation.preparation_card import preparation_card
from leanbreath.routine.model import Routine
from leanbreath.score.compose import compose
from leanbreath.score.phrases import ENGLISH
from leanbreath.score.score import RATE
from tests.hostile import LIBRARY, hostile
from tests.routine.snippets import routine_of, value_of

SHORT = """\
  - {drill: standing-soft-belly, breath: 3-0-3-0 x 3}
  - {move: "To the wall", time: 4s}
  - {drill: ankle-rock-wall, reps: 4 @ 1s, sides: each, ready: 3s, switch: 3s}
  - {wait: "Find clear, flat ground, then press space."}
  - {drill: march, time: 6s}
  - {drill: glute-bridge, reps: 6}
  - {rest: 3s}
  - {drill: wall-lean-hold, hold: 8s, ready: 3s}
"""
"""Steps with every kind of work, a wait and open work, in about a minute."""

SOUND_RATE = 16_000


def write_page(routine: Routine, path: Path, payload: str = "") -> Path:
    """Write the page of a routine, with silence for its sound, and with a payload at the end of every text."""
    figures = load_figures(LIBRARY, routine.named_drills())
    phrases = ENGLISH
    if payload:
        braces = payload.replace("{", "{{").replace("}", "}}")  # phrases are filled in where they have single ones
        routine, phrases = hostile(routine, payload), hostile(phrases, braces)
        figures = {f"{name}{payload}": hostile_figure(each, payload) for name, each in figures.items()}
    timeline = page_timeline(page_wording(compose(routine, phrases=phrases)))
    card = preparation_card(routine, timeline.splices[-1].score)
    session = {"source": routine.id, "kind": routine.kind}
    data = page_data(timeline, card, figures, DiaryFields(session, "04:00"))
    path.write_text(routine_page(data, silence(data["audio_total"]), "en"), encoding="utf-8")
    return path


def hostile_figure(figure: DrillFigure, payload: str) -> DrillFigure:
    """Return a figure that is described by a hostile text; how it moves is a word, though its type doesn't say so."""
    return figure._replace(poses=tuple((phase, replace(pose, about=payload)) for phase, pose in figure.poses))


def silence(frames: int) -> bytes:
    """Return silence of so many frames of a score as MP3."""
    file = io.BytesIO()
    soundfile.write(file, np.zeros(frames * SOUND_RATE // RATE, np.float32), SOUND_RATE, format="MP3")
    return file.getvalue()


def short_routine() -> Routine:
    """Return the routine of those steps."""
    routine: Routine = value_of(routine_of(SHORT))
    return routine
