"""A check-up in lines: what is asked, what a wrong value leads to, and how times are taken."""

from dataclasses import replace
from itertools import count

from leanbreath.checkup_lines import CheckupLines
from leanbreath.diary.store import Diary
from leanbreath.playback.checkup_session import CheckupSession
from tests.coach.bundled import MATERIAL
from tests.diary.making import utc


class Typist:
    """Types lines one after the other; a number waits so many seconds before Enter."""

    def __init__(self, *lines: str | float) -> None:
        self.lines, self.seconds, self.said = list(lines), 0.0, list[str]()

    def ask(self, question: str) -> str | None:
        self.said.append(question)
        if not self.lines:
            return None
        line = self.lines.pop(0)
        if isinstance(line, str):
            return line
        self.seconds += line
        return ""

    def sleep(self, seconds: float) -> None:
        self.seconds += seconds


def run(tmp_path, *lines, item="knee-to-wall-cm"):
    minutes = count()
    now = lambda: utc(20, 7, next(minutes))  # noqa: E731 - a later moment each time
    session = CheckupSession((), MATERIAL, Diary(tmp_path / "diary.sqlite3"), now, "short")
    session.checkup = replace(session.checkup, index=session.checkup.items.index(item))
    typist = Typist(*lines)
    CheckupLines(session, typist.said.append, typist.ask, lambda: typist.seconds, typist.sleep).run()
    kept = {row.assessment: row.values or row.answer for row in Diary(tmp_path / "diary.sqlite3").read().assessments}
    return typist, session, kept


def test_each_side_is_practised_and_measured_and_a_wrong_value_is_asked_again(tmp_path):
    typist, _, kept = run(tmp_path, "", "95", "9,5", "", "7")
    asked = [line for line in typist.said if "side" in line and "Test" not in line]
    assert asked == [
        "Left side: practise once, then press Enter.",
        "Left side: how many centimetres?",
        "Left side: how many centimetres?",
        "Right side: practise once, then press Enter.",
        "Right side: how many centimetres?",
    ]
    assert '95 cm can\'t be right for "Knee to wall". Did you mean 9.5?' in typist.said
    assert kept == {"knee-to-wall-cm": (9.5, 7.0)}


def test_what_was_measured_is_kept_when_the_input_ends_and_the_check_up_continues_after_it(tmp_path):
    _, session, kept = run(tmp_path, "7/9.5", "9")
    assert session.checkup.stopped and set(kept) == {"knee-to-wall-cm", "sit-hours"}
    content = Diary(tmp_path / "diary.sqlite3").read().assessments
    again = CheckupSession(content, MATERIAL, Diary(tmp_path / "diary.sqlite3"), lambda: utc(21))
    assert (again.checkup.id, again.checkup.item) == (session.checkup.id, "grip-release")


def test_the_stopwatch_measures_until_enter_and_a_countdown_waits(tmp_path):
    typist, _, kept = run(tmp_path, "t", 23.9, "t", 12.0, "no", item="bridge-hold-s")
    assert kept == {"bridge-hold-s": (23.0, 12.0), "hands-low": "no"} and "23 seconds." in typist.said
    typist, *_ = run(tmp_path, "t", "q", item="eyes-level-lean")
    assert typist.seconds == 10 and "Time." in typist.said


def test_words_move_on_and_back(tmp_path):
    typist, session, kept = run(tmp_path, "s", "9", "b", "8", "q")
    assert kept == {"sit-hours": (8.0,)} and session.checkup.item == ""
    assert "Entered: 9 hours" in typist.said


def test_a_diary_that_cannot_be_written_is_named_and_the_result_waits_next_to_it(tmp_path):
    (tmp_path / "diary.sqlite3").write_text("no diary, but longer than an empty file" * 20)
    session = CheckupSession((), MATERIAL, Diary(tmp_path / "diary.sqlite3"), lambda: utc(20), "short")
    assert session.enter("7/9.5") is None
    assert "kept in files next to it" in session.warning
    assert len(list(tmp_path.glob("unsaved-*.json"))) == 1 and len(session.rows) == 1
