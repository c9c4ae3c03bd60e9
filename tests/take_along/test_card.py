"""A routine as a card: each kind of file is written, and what it can't hold is told."""

from pathlib import Path

import pytest

from leanbreath.authoring.resolve import resolve_routine
from leanbreath.playback.audio_setup import AudioOptions
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.problems import InvalidRequest
from leanbreath.take_along import card
from leanbreath.take_along.options import Options, Report
from leanbreath.take_along.writers import writer
from tests.routine.snippets import routine_of, value_of


@pytest.mark.parametrize(("suffix", "start"), [(".pdf", b"%PDF-1"), (".svg", b"<svg xmlns="), (".md", b"# ")])
def test_a_card_is_written_in_each_format(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, start: bytes
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    routine = value_of(routine_of("  - {title: X, hold: 20s}\n"))
    path, told = tmp_path / f"card{suffix.upper()}", list[str]()
    report = Report(told.append, lambda title, written: None)
    assert writer(path)(routine, path, Options(AudioOptions()), report) == (path,)
    assert path.read_bytes().startswith(start) and told == []


def test_a_routine_in_a_folder_has_the_figures_next_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "reach.yaml").write_text("pose: reach\nabout: Reach.\nframes:\n  - near-leg: {foot: 14 0}\n")
    path = tmp_path / "mine.yaml"
    path.write_text("routine: mine\ntitle: Mine\nsteps:\n  - {title: Reach, hold: 20s, figure: reach}\n")
    library = Library((bundled_folder("drills"),))
    routine = resolve_routine(library, str(path)).value
    report = Report(lambda said: None, lambda title, written: None)
    for each in (library, Library((bundled_folder("drills"),))):
        card.write_card_svg(routine, tmp_path / "x.svg", Options(AudioOptions(), library=each), report)
        assert ("<path" in (tmp_path / "x.svg").read_text()) == (each is library)


def test_characters_that_no_font_has_are_told_and_many_are_counted() -> None:
    assert card.missing_characters(("ᚠ",)).startswith('no font here has ᚠ (U+16A0): "?" is printed in their place')
    assert " and 8 more: " in card.missing_characters(tuple(map(chr, range(0x16A0, 0x16B4))))


def test_a_missing_package_is_named_by_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leanbreath.export.card.requirements.PACKAGES", ("fpdf", "no_such_package"))
    with pytest.raises(
        InvalidRequest, match=r"needs one more package; install it with  pip install 'leanbreath\[phone\]'"
    ):
        writer(Path("card.pdf"))
    assert writer(Path("card.md"))
