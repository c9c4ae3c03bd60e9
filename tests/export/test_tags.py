"""The tags of audio files: chapters where the steps start, and a comment in its language."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from mutagen import File
from mutagen.mp3 import MP3

from leanbreath.export.chapters import Chapter, chapters
from leanbreath.export.tags import Tags, write_tags
from leanbreath.routine.model import Move, Repeat
from leanbreath.score.compose import compose
from leanbreath.score.phrases import Phrases
from leanbreath.score.recording import Recording
from tests.export.making import render_to, short_score, tag_texts
from tests.routine.snippets import routine_of, value_of
from tests.score.making import score, step, timed_score


def test_the_chapters_of_pre_run_6_start_with_the_time_to_get_ready_for_its_steps() -> None:
    sheet = {
        "March in place": "0:00",
        "Standing soft belly": "1:00",
        "Ankle rocks at the wall, left side": "1:59",
        "Ankle rocks at the wall, right side": "2:19",
        "Head glide": "4:45",
        "Falling start": "5:16",
    }
    found = {
        chapter.title: f"{chapter.start_ms // 60_000}:{chapter.start_ms // 1000 % 60:02}"
        for chapter in chapters(Recording(timed_score("pre-run-6")))
    }
    assert {title: found[title] for title in sheet} == sheet


def test_chapters_are_in_the_language_of_their_score() -> None:
    german = Phrases(with_side="{title}, {side}", sides={"left": "links", "right": "rechts"})
    made = compose(value_of(routine_of("  - {drill: ankle-rock-wall, reps: 2 @ 1s}\n")), phrases=german)
    assert [chapter.title.rpartition(", ")[2] for chapter in chapters(Recording(made))] == ["links", "rechts"]


def test_each_round_has_its_chapters_and_says_which_it_is() -> None:
    made = score(Repeat(2, Fraction(5), (step("A", "hold", "9s", sets=2, rest="3s"), Move("There.", Fraction(4)))))
    assert [each.title for each in chapters(Recording(made))] == [
        *("A · Round 1 of 2", "There.", "A · Round 2 of 2", "There."),
    ]


@pytest.mark.parametrize(("language", "code"), [("en", "eng"), ("de", "deu"), ("de-at", "deu"), ("tlh", "XXX")])
def test_the_comment_is_tagged_with_its_language(tmp_path: Path, language: str, code: str) -> None:
    render_to(short_score(), tmp_path / "x.mp3")
    write_tags(tmp_path / "x.mp3", Tags("Titel", "Text", language))
    assert [str(each.lang) for each in MP3(tmp_path / "x.mp3").tags.getall("COMM")] == [code]


def test_chapters_are_stored_in_the_order_of_time_and_listed_in_tables_of_contents(tmp_path: Path) -> None:
    made = tuple(Chapter(number, number + 1, "x" * (1 + number % 5)) for number in range(600))
    for suffix in (".mp3", ".wav"):
        path = tmp_path / f"x{suffix}"
        render_to(short_score(), path)
        write_tags(path, Tags("Title", "Comment", chapters=made))
        raw, tags = path.read_bytes(), File(path).tags
        first = raw.index(b"CHAP")
        places = [raw.index(b"c%d\0" % number + number.to_bytes(4), first) for number in range(600)]
        top, *tables = sorted(tags.getall("CTOC"), key=lambda each: raw.index(each.element_id.encode() + b"\0"))
        assert places == sorted(places)
        assert top.child_element_ids == [table.element_id for table in tables]
        assert [id for table in tables for id in table.child_element_ids] == [f"c{number}" for number in range(600)]


def test_chapters_follow_each_other_without_a_gap() -> None:
    each = chapters(Recording(timed_score("daily-12")))
    assert each[0].start_ms == 0 and each[-1].end_ms == 694_000
    assert all(one.end_ms == two.start_ms for one, two in pairwise(each))


def test_an_mp3_with_a_title_too_long_for_older_tags_has_its_chapters(tmp_path: Path) -> None:
    titled, path = replace(short_score(), title="A title of more than thirty characters"), tmp_path / "x.mp3"
    render_to(titled, path)
    write_tags(path, Tags(titled.title, chapters=chapters(Recording(titled))))
    assert tag_texts(path).count("Ankle rocks at the wall, left side") == 1
