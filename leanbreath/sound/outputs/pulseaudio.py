"""Sound through PulseAudio or PipeWire, which asks for frames and reports when they are heard."""

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref
from threading import Event
from typing import Any, Literal

from leanbreath.score.score import RATE
from leanbreath.sound.outputs import NoDevice, OutputName, PullSource
from leanbreath.sound.outputs import libpulse as pulse
from leanbreath.sound.pcm import to_pcm16

FRAME_BYTES = 4
BUFFER_FRAMES, REQUEST_FRAMES = 2 * RATE // 5, RATE // 25
"""The server holds so many frames: a shorter stall of the process is not heard. It asks for no fewer at a time.

It asks early, so that all of them are held for this stream. Otherwise half of them would lie in the device, and on a
busy machine a stall of 0.22 s was heard.
"""

NO_SERVER = "no sound device was found"
LIST_SECONDS = 5.0
"""How long a server may take to list its devices."""


class PulseAudio:
    """The default output on Linux; `device` is part of the name of the device to use, empty for the default.

    A device that is unplugged, or another default, is the server's to deal with: it moves the stream.
    """

    kind: Literal["pull"] = "pull"
    name: OutputName = "pulseaudio"
    latency_seconds = (BUFFER_FRAMES - REQUEST_FRAMES) / RATE

    def __init__(self, device: str = "") -> None:
        self._device_name = device
        self._connection: _Connection | None = None
        self._stream: _Stream | None = None
        self.description = "PulseAudio"

    @property
    def underruns(self) -> int:
        """How often the server says that it ran dry."""
        return self._stream.underruns if self._stream else 0

    def start(self, source: PullSource) -> None:
        """Connect to the server and begin to play; raise `NoDevice` if there is none."""
        self._connection = _Connection()
        self._stream = _Stream(self._connection, source)
        try:
            self._connection.open()
            self.description = f"PulseAudio: {self._stream.open(_sink(self._connection, self._device_name))}"
        except NoDevice:
            self.close()
            raise

    def close(self) -> None:
        """Stop at once."""
        if self._stream is not None and self._connection is not None:
            self._stream.close()
            self._connection.close()
            self._stream = self._connection = None


def device_names() -> list[str]:
    """Return the names of the devices; raise `NoDevice` if there is no server."""
    connection = _Connection()
    try:
        connection.open()
        return list(_Sinks(connection).names)
    finally:
        connection.close()


def _sink(connection: "_Connection", name: str) -> bytes | None:
    """Return the server's name of the first device whose name contains `name`; None for the default."""
    if not name:
        return None
    sinks = _Sinks(connection).names
    for described, sink in sinks.items():
        if name.lower() in described.lower():
            return sink
    raise NoDevice(f'no device "{name}"; devices: {", ".join(sinks)}')


class _Connection:
    """A connection to the server, with a thread of its own that calls back; a server that hangs may keep it waiting."""

    def __init__(self) -> None:
        self.library = pulse.libpulse()
        self._loop: int | None = None
        self.context: int | None = None
        self._answered = Event()
        self._on_state = pulse.Notify(self._state_changed)

    def open(self) -> None:
        """Connect; raise `NoDevice` if there is no server."""
        self._loop = self.library.pa_threaded_mainloop_new()
        self.context = self.library.pa_context_new(self.library.pa_threaded_mainloop_get_api(self._loop), b"leanbreath")
        self.library.pa_context_set_state_callback(self.context, self._on_state, None)
        if self.library.pa_context_connect(self.context, None, pulse.NO_AUTOSPAWN, None) < 0:
            raise NoDevice(NO_SERVER)
        if self.library.pa_threaded_mainloop_start(self._loop) < 0:
            raise NoDevice(NO_SERVER)
        self._answered.wait()
        if self.library.pa_context_get_state(self.context) != pulse.CONTEXT_READY:
            raise NoDevice(NO_SERVER)

    def _state_changed(self, context: int, _: None) -> None:
        if self.library.pa_context_get_state(context) in pulse.CONTEXT_SETTLED:
            self._answered.set()

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep the connection's thread from calling back meanwhile."""
        self.library.pa_threaded_mainloop_lock(self._loop)
        try:
            yield
        finally:
            self.library.pa_threaded_mainloop_unlock(self._loop)

    def forget(self, operation: int | None) -> None:
        """Let an operation end by itself."""
        if operation:
            self.library.pa_operation_unref(operation)

    def close(self) -> None:
        """Disconnect, and end the thread, as far as they were made."""
        if self._loop is None:
            return
        if self.context is not None:
            with self.locked():
                self.library.pa_context_set_state_callback(self.context, pulse.Notify(), None)
                self.library.pa_context_disconnect(self.context)
                self.library.pa_context_unref(self.context)
        self.library.pa_threaded_mainloop_stop(self._loop)
        self.library.pa_threaded_mainloop_free(self._loop)


class _Sinks:
    """The devices of a server: what they are called, and the server's own names."""

    def __init__(self, connection: _Connection) -> None:
        self.names: dict[str, bytes] = {}
        self._is_complete = Event()
        self._on_found = pulse.SinkFound(self._found)
        with connection.locked():
            library, context = connection.library, connection.context
            connection.forget(library.pa_context_get_sink_info_list(context, self._on_found, None))
        if not self._is_complete.wait(LIST_SECONDS):
            raise NoDevice(NO_SERVER)

    def _found(self, _: int, sink: Any, is_over: int, __: None) -> None:
        if is_over:
            self._is_complete.set()
        else:
            self.names[sink.contents.description.decode(errors="replace")] = sink.contents.name


class _Stream:
    """What plays: it writes as many frames as the server asks for, and then asks how many have been heard."""

    def __init__(self, connection: _Connection, source: PullSource) -> None:
        self._connection, self._library, self._source = connection, connection.library, source
        self._settled = Event()
        self._on_state = pulse.Notify(self._state_changed)
        self._on_request = pulse.Request(self._write)
        self._on_timing = pulse.Done(self._report)
        self._on_underrun = pulse.Notify(self._note_underrun)
        self._stream: int | None = None
        self.underruns = 0

    def open(self, device: bytes | None) -> str:
        """Begin to play on a device; return its name, or raise `NoDevice`."""
        library, form = self._library, pulse.SampleSpec(pulse.SIGNED_16, RATE, 2)
        unset = pulse.SERVER_CHOOSES
        sizes = pulse.BufferAttributes(unset, BUFFER_FRAMES * FRAME_BYTES, unset, REQUEST_FRAMES * FRAME_BYTES, unset)
        flags = pulse.NOT_MONOTONIC | pulse.EARLY_REQUESTS
        with self._connection.locked():
            self._stream = library.pa_stream_new(self._connection.context, b"session", byref(form), None)
            library.pa_stream_set_state_callback(self._stream, self._on_state, None)
            library.pa_stream_set_write_callback(self._stream, self._on_request, None)
            library.pa_stream_set_underflow_callback(self._stream, self._on_underrun, None)
            refused = library.pa_stream_connect_playback(self._stream, device, byref(sizes), flags, None, None)
        if refused:
            raise NoDevice(NO_SERVER)
        self._settled.wait()
        with self._connection.locked():
            if library.pa_stream_get_state(self._stream) != pulse.STREAM_READY:
                raise NoDevice(NO_SERVER)
            return str(library.pa_stream_get_device_name(self._stream).decode(errors="replace"))

    def _state_changed(self, stream: int, _: None) -> None:
        if self._library.pa_stream_get_state(stream) in pulse.STREAM_SETTLED:
            self._settled.set()

    def _write(self, stream: int, size: int, _: None) -> None:
        samples = to_pcm16(self._source.pull(size // FRAME_BYTES)).tobytes()
        self._library.pa_stream_write(stream, samples, len(samples), None, 0, 0)
        self._connection.forget(self._library.pa_stream_update_timing_info(stream, self._on_timing, None))

    def _report(self, stream: int, _: int, __: None) -> None:
        heard = pulse.heard_microseconds(self._library, stream)
        if heard is not None:
            self._source.note_heard(heard * RATE // 1_000_000)

    def _note_underrun(self, _: int, __: None) -> None:
        self.underruns += 1

    def close(self) -> None:
        """Stop at once."""
        if self._stream is None:
            return
        with self._connection.locked():
            self._library.pa_stream_set_state_callback(self._stream, pulse.Notify(), None)
            self._library.pa_stream_set_write_callback(self._stream, pulse.Request(), None)
            self._library.pa_stream_set_underflow_callback(self._stream, pulse.Notify(), None)
            self._library.pa_stream_disconnect(self._stream)
            self._library.pa_stream_unref(self._stream)
            self._stream = None
