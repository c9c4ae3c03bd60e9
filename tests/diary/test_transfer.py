"""Exports are read back exactly, and a file with any mistake is refused with the line, what is wrong and its fix."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import leanbreath
from leanbreath.diary.csv_rows import FORMULA
from leanbreath.diary.events import AssessmentRow
from leanbreath.diary.transfer import FORMATS, exported, imported
from tests.diary.making import session, utc, work
from tests.diary.random_events import events
from tests.diary.test_events import CALVES, EVENTS, MARCHED

LEVEL = '"type": "level", "at": "2026-03-01T07:30:00+01:00", "at_day": "2026-03-01", "drill": "wall-lean", "level": 2'
RESULT = (
    '"type": "assessment", "at": "2026-03-01T07:30:00+01:00", "at_day": "2026-03-01", "assessment": "video-lean-deg"'
)


def text(made, format: str) -> str:
    return "".join(f"{line}\n" for line in exported(made, format))


def said(content: str | bytes) -> list[str]:
    found = imported(content.encode() if isinstance(content, str) else content, "x")
    return [str(each) for each in found.problems]


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=60, deadline=None)
@given(made=st.lists(events(), max_size=5, unique_by=lambda event: event.id))
def test_what_is_exported_is_imported_exactly(format, made):
    read = imported(text(made, format).encode(), "x")
    assert read.problems == () and set(read.events) == set(made)
    assert text(read.events, format) == text(made, format)


@pytest.mark.parametrize("format", FORMATS)
def test_a_spreadsheet_or_an_editor_may_change_the_ends_of_lines_and_add_a_mark(format):
    content = text([*EVENTS, MARCHED], format).replace("\n", "\r\n").encode("utf-8-sig")
    assert set(imported(content, "x").events) == {*EVENTS, MARCHED}


def test_no_cell_of_a_spreadsheet_is_a_formula_and_no_number_is_changed():
    notes = [f"{mark}HYPERLINK(1)" for mark in FORMULA] + [f"  {mark}1" for mark in FORMULA]
    made = [session(utc(1), work(1, utc(1)), id=f"{index}", note=note) for index, note in enumerate(notes)]
    made += [AssessmentRow("cold", utc(1), "=x", (-3.5,))]
    cells = [cell for row in csv.reader(StringIO(text(made, "csv"))) for cell in row]
    assert [cell for cell in cells if cell.lstrip(" ").startswith(FORMULA)] == ["-3.5"]


def test_a_line_of_a_phone_needs_no_header_and_no_id_and_is_the_same_each_time():
    first, second = (imported(f"{{{LEVEL}}}{end}".encode(), "x").events for end in ("", "\n"))
    assert first == second and len(first[0].id) == 32
    other = imported(f"{{{LEVEL}}}".replace('"level": 2', '"level": 3').encode(), "x").events
    assert other[0].id != first[0].id


def test_the_example_on_the_page_for_developers_can_be_imported():
    page = (Path(leanbreath.__file__).parent / "README.md").read_text("utf-8")
    [event] = imported(page.split("```json\n")[1].split("```")[0].encode(), "x").events
    assert (event.assessment, event.values) == ("knee-to-wall-cm", (7.0, 9.5))


def test_what_is_missing_is_left_out():
    assert json.loads(text([CALVES], "jsonl").splitlines()[1]) == {
        "type": "assessment",
        "id": "calves",
        "at": "2026-03-02T07:00:00+00:00",
        "at_day": "2026-03-02",
        "assessment": "knee-to-wall-cm",
        "values": [7.0, 9.5],
        "checkup": "first",
    }


TIME = "write a time with its zone, such as 2026-03-01T07:30:00+01:00, and its training day in"
TYPES = "choose from assessment, deletion, level, plan, session, or update leanbreath"
LINES = {
    "{": "this is no JSON at character 2; write one event a line, in braces",
    "[1]": 'this is no event; write it in braces, such as {"type": "level", …}',
    "[" * 20_000: "this is no JSON; write one event a line, in braces",
    '{"a": 1, "a": 2}': '"a" is there twice; remove one of them',
    "{}": '"type" is missing; write one of session, assessment, plan, level, deletion',
    '{"type": "mood"}': f'unknown type "mood"; {TYPES}',
    '{"type": "diary", "version": 2}': "a newer leanbreath wrote this file (version 2); update leanbreath",
    '{"type": "diary"}': '"version" of a diary can\'t be read; write 1',
    f'{{{LEVEL}, "mood": 1}}': (
        'unknown field "mood"; choose from at, at_day, drill, id, level, type; '
        "if a newer leanbreath wrote it, update this one"
    ),
    f"{{{LEVEL}}}".replace("2}", "0}"): "levels count from 1; write 1 for the first",
    f'{{{RESULT}, "values": [7, 6], "real_changes": [2]}}': (
        'a real change belongs to each value; write one number from 0 in "real_changes" for each of "values"'
    ),
    f'{{{RESULT}, "values": [7], "real_changes": [-2]}}': (
        'a real change belongs to each value; write one number from 0 in "real_changes" for each of "values"'
    ),
    f"{{{LEVEL}}}".replace("2}", "1.5}"): '"level" can\'t be 1.5; write a whole number from 0',
    f"{{{LEVEL}}}".replace("2}", "1" * 5000 + "}"): "this is no JSON; write one event a line, in braces",
    f"{{{LEVEL}}}".replace("2}", "NaN}"): '"level" can\'t be NaN; write a whole number from 0',
    f"{{{LEVEL}}}".replace("+01:00", ""): (
        f'"at" and "at_day" can\'t be "2026-03-01T07:30:00" and "2026-03-01"; {TIME} "at_day"'
    ),
    f"{{{LEVEL}}}".replace('"2026-03-01",', '"2026-02-30",'): (
        f'"at" and "at_day" can\'t be "2026-03-01T07:30:00+01:00" and "2026-02-30"; {TIME} "at_day"'
    ),
    f"{{{LEVEL}}}".replace("2026-03-01T07", "0001-01-01T00"): (
        f'"at" and "at_day" can\'t be "0001-01-01T00:30:00+01:00" and "2026-03-01"; {TIME} "at_day"'
    ),
    f"{{{LEVEL}}}".replace("wall-lean", "wall\\u001b[2Jlean"): '"drill" has an escape character (U+001B); remove it',
    f"{{{LEVEL}}}".replace("wall-lean", "\\ud800"): '"drill" has an invalid character (U+D800); remove it',
    f'{{{LEVEL}, "id": "../../x"}}': (
        '"id" must be 1 to 64 letters, digits or . : + - _; leave it out if there is none'
    ),
    f'{{{LEVEL}, "id": ""}}': '"id" must be 1 to 64 letters, digits or . : + - _; leave it out if there is none',
    f"{{{LEVEL}}}".replace("2026-03-01T", "2226-03-01T"): '"at" can\'t be in the year 2226; write when it was',
    f"{{{LEVEL}}}".replace('"2026-03-01",', '"2026-03-04",'): (
        '"at_day" is not the day of "at"; write the training day it was'
    ),
    '{"type": "session", "started": "2026-03-01T07:30:00Z", "started_day": "2026-03-01", "title": "x", '
    '"planned_seconds": 1e308}': '"planned_seconds" can\'t be 1e+308; write it in seconds',
    '{"type": "deletion", "at": "2026-03-01T07:30:00Z", "at_day": "2026-03-01"}': (
        '"id" is missing; write it as text in quotes'
    ),
    '{"type": "session", "work": [{"place": 1}, {"place": 1}]}': (
        '"work" has two rows with "place" 1; remove one of them'
    ),
}  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), LINES.items(), ids=range(len(LINES)))
def test_a_mistake_is_reported_with_its_line_and_its_fix(line, expected):
    good = f"{{{LEVEL}}}"
    assert said(f"{good}\n\n{line}\n{good}\n") == [f"x:3:1: {expected}"]


HEAD = "type,id,at,at_day,drill,level,values,session,place"
ROWS = {
    "mood,1": f'unknown type "mood"; {TYPES}',
    "level,1,2026-03-01T07:30:00Z,2026-03-01,x,2;5": '"level" can\'t be "2;5"; write a whole number from 0',
    "level,1,2026-03-01T07:30:00Z,2026-03-01,x,2,7 9": (
        'unknown field "values"; choose from at, at_day, drill, id, level, type; '
        "if a newer leanbreath wrote it, update this one"
    ),
    "level,1,01.03.2026,2026-03-01,x,2": (
        f'"at" and "at_day" can\'t be "01.03.2026" and "2026-03-01"; {TIME} "at_day"'
    ),
    "work,,,,march,,,nowhere,1": "the row belongs to no session; add its session",
    "level,1,2026-03-01T07:30:00Z,2026-03-01,x,2,,,,more": (
        "the row has more cells than there are columns; put text with commas in quotes"
    ),
    'level,"1': "this is no CSV (unexpected end of data); write commas between cells",
}  # fmt: skip


@pytest.mark.parametrize(("row", "expected"), ROWS.items(), ids=range(len(ROWS)))
def test_a_mistake_in_a_table_is_reported_with_its_line_and_its_fix(row, expected):
    good = 'level,ok,2026-03-01T07:30:00Z,2026-03-01,"two\nlines",2'
    assert said(f"{HEAD}\n{good}\n{row}\n") == [f"x:4:1: {expected}"]


FILES = {
    b"": "x:1:1: the file is empty; write one with leanbreath diary export -o FILE",
    b"name,level\n": 'x:1:1: this is no export of a diary; the first line must name the columns, "type" among them',
    b"type,lvel\n": 'x:1:1: unknown column "lvel"; did you mean "level"?',
    b"type,type\n": 'x:1:1: the column "type" is there twice; remove one of them',
    b"{}\n\xff": "x:2:1: this isn't UTF-8; save the file as UTF-8",
    b"type,version\ndiary,9\n": "x:2:1: a newer leanbreath wrote this file (version 9); update leanbreath",
}


@pytest.mark.parametrize(("content", "expected"), FILES.items(), ids=range(len(FILES)))
def test_a_file_of_another_kind_is_refused(content, expected):
    [problem] = said(content)
    assert problem.startswith(expected)


def test_endless_mistakes_are_not_all_collected():
    assert len(said("{\n" * 10_000)) == len(said("type,id\n" + "mood,1\n" * 10_000)) == 50
