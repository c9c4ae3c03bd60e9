"""Where the sound library can't make what it needs, there is no device; the process is never aborted."""

from ctypes import CFUNCTYPE, c_void_p

import pytest

from leanbreath.sound.outputs import NoDevice, libpulse


@pytest.mark.parametrize("made", [None, 0])
def test_a_null_of_the_sound_library_means_no_device(made: int | None) -> None:
    maker = CFUNCTYPE(c_void_p)(lambda: made)
    maker.errcheck = libpulse.require_made
    with pytest.raises(NoDevice, match="couldn't start"):
        maker()


def test_what_the_sound_library_has_made_is_returned() -> None:
    assert libpulse.require_made(7, None, None) == 7


def test_every_function_that_makes_something_is_required_to() -> None:
    assert set(libpulse.MAKERS) >= {name for name in libpulse.FUNCTIONS if name.endswith("_new")}
