"""The pictures of the README show the program as it is."""

from tests.pictures.__main__ import HERE, sheet


def test_the_drills_of_the_readme_move_as_they_do_in_the_library():
    assert (HERE / "drills.svg").read_text() == sheet(), "make them again: python -m tests.pictures"
