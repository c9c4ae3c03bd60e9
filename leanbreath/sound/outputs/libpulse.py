"""The few functions of PulseAudio's client library that playing needs; PipeWire answers them too."""

import ctypes
import sys
from ctypes import (
    CFUNCTYPE,
    POINTER,
    Structure,
    byref,
    c_char_p,
    c_int,
    c_int64,
    c_size_t,
    c_uint32,
    c_uint64,
    c_void_p,
)
from functools import cache

from leanbreath.sound.outputs import NoDevice

CONTEXT_READY, CONTEXT_SETTLED = 4, (4, 5, 6)
STREAM_READY, STREAM_SETTLED = 2, (2, 3, 4)
"""The states in which a connection or a stream works, and those in which it does or never will."""

NO_AUTOSPAWN = 0x1
NOT_MONOTONIC, EARLY_REQUESTS = 0x4, 0x4000
SIGNED_16 = 3 if sys.byteorder == "little" else 4
SERVER_CHOOSES = 0xFFFFFFFF

Notify = CFUNCTYPE(None, c_void_p, c_void_p)
Request = CFUNCTYPE(None, c_void_p, c_size_t, c_void_p)
Done = CFUNCTYPE(None, c_void_p, c_int, c_void_p)


class SampleSpec(Structure):
    """`pa_sample_spec`."""

    _fields_ = (("format", c_int), ("rate", c_uint32), ("channels", ctypes.c_uint8))


class BufferAttributes(Structure):
    """`pa_buffer_attr`, in bytes."""

    _fields_ = tuple((name, c_uint32) for name in ("maximum", "target", "prebuffer", "least_request", "fragment"))


class SinkInfo(Structure):
    """The head of `pa_sink_info`."""

    _fields_ = (("name", c_char_p), ("index", c_uint32), ("description", c_char_p))


SinkFound = CFUNCTYPE(None, c_void_p, POINTER(SinkInfo), c_int, c_void_p)

FUNCTIONS = {
    "threaded_mainloop_new": (c_void_p,),
    "threaded_mainloop_start": (c_int, c_void_p),
    "threaded_mainloop_stop": (None, c_void_p),
    "threaded_mainloop_free": (None, c_void_p),
    "threaded_mainloop_lock": (None, c_void_p),
    "threaded_mainloop_unlock": (None, c_void_p),
    "threaded_mainloop_get_api": (c_void_p, c_void_p),
    "context_new": (c_void_p, c_void_p, c_char_p),
    "context_set_state_callback": (None, c_void_p, Notify, c_void_p),
    "context_connect": (c_int, c_void_p, c_char_p, c_int, c_void_p),
    "context_get_state": (c_int, c_void_p),
    "context_get_sink_info_list": (c_void_p, c_void_p, SinkFound, c_void_p),
    "context_disconnect": (None, c_void_p),
    "context_unref": (None, c_void_p),
    "operation_unref": (None, c_void_p),
    "stream_new": (c_void_p, c_void_p, c_char_p, POINTER(SampleSpec), c_void_p),
    "stream_set_state_callback": (None, c_void_p, Notify, c_void_p),
    "stream_set_write_callback": (None, c_void_p, Request, c_void_p),
    "stream_set_underflow_callback": (None, c_void_p, Notify, c_void_p),
    "stream_connect_playback": (c_int, c_void_p, c_char_p, POINTER(BufferAttributes), c_int, c_void_p, c_void_p),
    "stream_get_state": (c_int, c_void_p),
    "stream_get_device_name": (c_char_p, c_void_p),
    "stream_write": (c_int, c_void_p, c_char_p, c_size_t, c_void_p, c_int64, c_int),
    "stream_update_timing_info": (c_void_p, c_void_p, Done, c_void_p),
    "stream_get_time": (c_int, c_void_p, POINTER(c_uint64)),
    "stream_disconnect": (c_int, c_void_p),
    "stream_unref": (None, c_void_p),
}
"""Each function without its prefix: what it returns and takes."""

MAKERS = ("threaded_mainloop_new", "context_new", "context_get_sink_info_list", "stream_new")
"""The functions that return null where memory or threads run out; using the null would abort the process."""


@cache
def libpulse() -> ctypes.CDLL:
    """Return the library; raise `NoDevice` where it isn't installed."""
    try:
        library = ctypes.CDLL("libpulse.so.0")
    except OSError as error:
        raise NoDevice("no sound server was found") from error
    for name, (result, *arguments) in FUNCTIONS.items():
        function = getattr(library, f"pa_{name}")
        function.restype, function.argtypes = result, arguments
        if name in MAKERS:
            function.errcheck = require_made
    return library


def require_made(made: int | None, function: object, arguments: object) -> int:
    """Return what a function has made; raise `NoDevice` if it is null."""
    if not made:
        raise NoDevice("the sound library couldn't start")
    return made


def heard_microseconds(library: ctypes.CDLL, stream: int) -> int | None:
    """Return how much of a stream has been heard, as the server last reported; None if it has not."""
    found = c_uint64()
    return None if library.pa_stream_get_time(stream, byref(found)) else found.value
