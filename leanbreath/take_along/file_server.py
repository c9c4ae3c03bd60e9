"""Offers the files of a packed folder over HTTP, to be read and nothing else.

It is built on the standard library's server, since it offers a dozen files to a phone or two: that needs no package.
Of that server's parts it uses only those that read a request and answer it, none that turns a request into a path.
"""

import socket
import socketserver
import sys
import threading
from collections.abc import Mapping
from contextlib import closing
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from io import SEEK_END, BufferedReader, RawIOBase
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, BinaryIO

from leanbreath.routine.problems import InvalidRequest
from leanbreath.take_along.byte_range import Unsatisfiable, parse_byte_range
from leanbreath.take_along.served_files import ServedFile, open_served
from leanbreath.take_along.server_address import ServerAddress, listening_error
from leanbreath.userdata.log import append_to_log

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

REQUEST_SECONDS = 10.0
"""How long a request may take to arrive as a whole, however slowly it trickles in."""

STALL_SECONDS = 60.0
"""How long a browser may read nothing, such as a player that has read ahead."""

MOST_CONNECTIONS = 100

BLOCK = 1 << 16

METHODS = ("GET", "HEAD")

SECURITY_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "frame-ancestors 'none'",
}
"""Each page has a policy of its own for what it may load; the one here adds that no other site may frame it."""


class FileServer(socketserver.ThreadingMixIn, socketserver.TCPServer):
    """A server of a packed folder, with a thread for each connection; raise `InvalidRequest` if it can't listen."""

    daemon_threads = True  # so that the program ends at once
    allow_reuse_address = sys.platform != "win32"  # there, it would let two programs have the same port
    request_queue_size = 64

    def __init__(
        self,
        folder: Path,
        address: ServerAddress,
        request_seconds: float = REQUEST_SECONDS,
        most_connections: int = MOST_CONNECTIONS,
    ) -> None:
        self.folder, self.request_seconds = folder.resolve(), request_seconds
        self.address_family = socket.AF_INET6 if address.ip.version == 6 else socket.AF_INET
        self._free = threading.Semaphore(most_connections)
        try:
            super().__init__((str(address.ip), address.port), FileRequest)
        except OSError as error:
            raise InvalidRequest(listening_error(address, error)) from error

    @property
    def port(self) -> int:
        """The port at which it listens, also if any free one was asked for."""
        return int(self.server_address[1])

    def process_request(self, request: "socket.socket | tuple[bytes, socket.socket]", client_address: object) -> None:
        """Answer a connection in a thread of its own, or close it if there are too many."""
        if self._free.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(
        self, request: "socket.socket | tuple[bytes, socket.socket]", client_address: object
    ) -> None:
        """Answer a connection."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._free.release()

    def handle_error(self, request: object, client_address: object) -> None:
        """Note an error of ours in the log, without who asked; a client that has gone is no error."""
        error = sys.exception()
        if not isinstance(error, (ConnectionError, TimeoutError)):
            append_to_log(f"serve, internal error: {error!r}")


class FileRequest(BaseHTTPRequestHandler):
    """Answers one request for a file; a connection ends with it."""

    server: FileServer
    protocol_version = "HTTP/1.1"

    def setup(self) -> None:
        """Read the request with a deadline."""
        super().setup()
        self.rfile = BufferedReader(_UntilDeadline(self.connection, monotonic() + self.server.request_seconds))

    def do_GET(self) -> None:
        """Answer with a file, or a part of it."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer with the headers of a file alone."""
        self._answer(with_body=False)

    def _answer(self, with_body: bool) -> None:
        self.connection.settimeout(STALL_SECONDS)
        if self.request_version == "HTTP/0.9":
            self.send_error(HTTPStatus.BAD_REQUEST)
            return
        served = open_served(self.server.folder, self.path)
        if served is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        with closing(served.file):
            self._send_file(served, with_body)

    def _send_file(self, served: ServedFile, with_body: bool) -> None:
        size = served.file.seek(0, SEEK_END)
        try:
            part = parse_byte_range(None if "If-Range" in self.headers else self.headers["Range"], size)
        except Unsatisfiable:
            self._send_status(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, {"Content-Range": f"bytes */{size}"})
            return
        first, count = part or (0, size)
        headers = {"Content-Type": served.type, "Content-Length": str(count), "Accept-Ranges": "bytes"}
        if part:
            headers["Content-Range"] = f"bytes {first}-{first + count - 1}/{size}"
        self._send_head(HTTPStatus.PARTIAL_CONTENT if part else HTTPStatus.OK, headers)
        if with_body:
            served.file.seek(first)
            self._send_bytes(served.file, count)

    def _send_bytes(self, file: BinaryIO, count: int) -> None:
        while count and (block := file.read(min(count, BLOCK))):
            self.wfile.write(block)
            count -= len(block)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with an error; nothing of the request is repeated in it."""
        status = HTTPStatus(code)
        if status == HTTPStatus.NOT_IMPLEMENTED:  # what the standard library says to any other method
            self._send_status(HTTPStatus.METHOD_NOT_ALLOWED, {"Allow": ", ".join(METHODS)})
        else:
            self._send_status(status, {})

    def _send_status(self, status: HTTPStatus, headers: Mapping[str, str]) -> None:
        text = f"{status.value} {status.phrase}\n".encode()
        kind = {"Content-Type": "text/plain; charset=utf-8", "Content-Length": str(len(text))}
        self._send_head(status, {**kind, **headers})
        if self.command != "HEAD":
            self.wfile.write(text)

    def _send_head(self, status: HTTPStatus, headers: Mapping[str, str]) -> None:
        self.close_connection = True
        self.send_response(status)
        for name, value in {**headers, **SECURITY_HEADERS, "Cache-Control": "no-cache", "Connection": "close"}.items():
            self.send_header(name, value)
        self.end_headers()

    def version_string(self) -> str:
        """Return the name of the server, without any version."""
        return "leanbreath"

    def log_message(self, format: str, *arguments: object) -> None:
        """Keep no record of who reads what."""


class _UntilDeadline(RawIOBase):
    """Reads from a socket until a time of the monotonic clock; raises `TimeoutError` after it."""

    def __init__(self, connection: socket.socket, deadline: float) -> None:
        self._connection, self._deadline = connection, deadline

    def readable(self) -> bool:
        """Return True, as any stream that is read."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Read some bytes."""
        left = self._deadline - monotonic()
        if left <= 0:
            raise TimeoutError
        self._connection.settimeout(left)
        return self._connection.recv_into(buffer)
