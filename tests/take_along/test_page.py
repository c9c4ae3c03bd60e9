"""A routine as a web page: whole or not at all, with the sound that is asked for."""

import json
import re
from base64 import b64decode
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
import soundfile

from leanbreath.playback.audio_setup import AudioOptions
from leanbreath.routine.problems import InvalidRequest
from leanbreath.take_along.options import Options, Report
from leanbreath.take_along.writers import require_options, writer
from tests.routine.snippets import routine_of, value_of

STEPS = "  - {title: Sway, breath: 2-2 x 2, sides: each, switch: 2s}\n"
SILENT = AudioOptions(voice=False)


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Return what writes a page in an empty home: its data, its samples and what was told."""
    for name in ("CONFIG", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))

    def write(options, steps=STEPS):
        path, told = tmp_path / "warmup.html", list[str]()
        report = Report(told.append, lambda title, frames: told.append(f"{title}: {list(frames)}"))
        assert writer(path)(value_of(routine_of(steps)), path, options, report) == (path,)
        text = path.read_text()
        found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text)
        data = json.loads(found[1])
        samples, rate = soundfile.read(BytesIO(b64decode(data["sound"]["base64"])), dtype="float32")
        assert (rate, data["sound"]["type"]) == (24_000, "audio/mpeg")
        return text, data, samples, told

    return write


def test_a_page_holds_everything_in_one_file(written):
    text, data, samples, told = written(Options(SILENT, fit=Fraction(60)))
    assert "import " not in text.split('<script type="module">')[1].split("\n")[0] and "http-equiv" in text
    assert data["diary"]["session"]["fit_seconds"] == 60 and data["diary"]["day_starts"] == "04:00"
    assert len(samples) / 24_000 >= data["audio_total"] / data["rate"]
    assert not re.search(r"(?:src|href)=\"(?!data:)|https?://(?!www\.w3\.org)", text)
    counted = [int(number) for number in re.findall(r"\d+", told[-1].partition(": ")[2])]
    assert counted[0] == counted[-1] == 2 * len(samples)


@pytest.mark.parametrize(
    ("audio", "is_heard"),
    [
        (AudioOptions(voice=False), True),
        (AudioOptions(cues="tones"), True),
        (AudioOptions(cues="off"), False),
        (AudioOptions(voice=False, pack="bright", night=True), True),
    ],
)
def test_a_page_sounds_as_it_is_asked_to(written, audio, is_heard):
    _, data, samples, _ = written(Options(audio))
    assert (np.abs(samples).max() > 0.01) == is_heard
    assert data["lines"][0]["text"] == "Get ready."


def test_the_breaths_of_a_page_begin_at_the_runners_own(written):
    steps = "  - {title: Sway, breath: 4-0-4-0 x 2}\n"
    usual, own = (written(Options(SILENT, own_breath=each), steps)[1] for each in (None, Fraction(6)))
    assert own["total"] < usual["total"] and own["diary"]["session"]["breath_seconds"] == 6
    assert own["before"][0] == "Your breath takes 6.0 s: paced breaths start at 6.0 s."


def test_a_page_that_cannot_be_written_leaves_the_old_one(written, tmp_path):
    (tmp_path / "warmup.html").mkdir()
    with pytest.raises(InvalidRequest, match="cannot write"):
        written(Options(SILENT))
    assert [each.name for each in tmp_path.glob(".leanbreath*")] == []


def test_an_unknown_pack_is_named(written):
    with pytest.raises(InvalidRequest, match='no sound pack "brigth"; did you mean "bright"'):
        written(Options(AudioOptions(voice=False, pack="brigth")))


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "warmup.html",
            "--wait is for audio such as warmup.mp3, not for warmup.html; a page waits until you tap",
        ),
        ("card.pdf", "--wait is for audio such as card.mp3, not for card.pdf$"),
    ],
)
def test_a_file_without_timed_waits_takes_no_wait(name, message):
    with pytest.raises(InvalidRequest, match=message):
        require_options(Path(name), Options(SILENT, wait=Fraction(10)))
    require_options(Path(name), Options(SILENT))
    require_options(Path("x.mp3"), Options(SILENT, wait=Fraction(10)))


def test_a_missing_package_is_named_by_its_extra(monkeypatch):
    monkeypatch.setattr("leanbreath.export.web.requirements.find_spec", lambda name: None)
    with pytest.raises(InvalidRequest, match=r"a web page needs one more package; .* 'leanbreath\[render\]'"):
        writer(Path("x.html"))
