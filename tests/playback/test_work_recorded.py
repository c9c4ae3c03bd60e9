"""Work is kept with the muscles of the drill as it was played, and a session with what its routine is for."""

from leanbreath.diary.store import Diary
from tests.playback.test_pain_recorded import Playing
from tests.score.making import LIBRARY


def test_work_is_kept_with_the_muscles_of_its_drill_and_of_the_easier_drill_that_took_its_place(tmp_path):
    playing = Playing(Diary(tmp_path / "diary.sqlite3"))
    playing.press("hurts")
    while not playing.controller.session.easier_title:
        playing.press("slip")
        playing.press("next")
        playing.wait(5)
        playing.press("hurts")
    easier = playing.controller.session.easier_title
    playing.press("ease")
    playing.wait(20)
    session = playing.made.recorder.sessions[-1]
    kept = {row.drill: (row.muscles, row.stretch) for row in session.work}
    drills = {name: LIBRARY.drill(name).value for name in kept}
    assert session.kind == "pre-run" and easier in [row.title for row in session.work if row.done_seconds]
    assert kept == {name: (drill.targets, drill.stretch) for name, drill in drills.items()}
    playing.made.recorder.close(5)
    assert playing.diary.read().sessions == (session,)
