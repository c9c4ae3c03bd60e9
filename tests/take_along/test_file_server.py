"""A packed folder gives away its files, by GET and HEAD, and nothing else, whatever a client sends or leaves unsent."""

import json
import os
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread
from time import monotonic

import pytest

from leanbreath.routine.problems import InvalidRequest
from leanbreath.take_along.file_server import MOST_CONNECTIONS, FileServer
from leanbreath.take_along.pack_manifest import MANIFEST
from leanbreath.take_along.server_address import parse_address

AUDIO = bytes(range(256)) * 40
SECRET = b"secret"
FILES = {"index.html": b"<!DOCTYPE html><title>Index</title>", "pre-run-6.mp3": AUDIO, "pre-run-6.pdf": b"%PDF"}
LISTED = {"sha256": "0" * 64, "inputs": "1" * 64}
ANNOUNCED = {"sha256": "0" * 64}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a packed folder, with files around that nobody may read."""
    above = tmp_path_factory.mktemp("above")
    folder = above / "phone"
    (folder / "sub.html").mkdir(parents=True)
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    for path in (above / "outside.mp3", folder / "notes.txt", folder / "announced.mp3", folder / "sub.html" / "x.mp3"):
        path.write_bytes(SECRET)
    (folder / "link.mp3").symlink_to(above / "outside.mp3")
    os.mkfifo(folder / "pipe.mp3")
    listed = dict.fromkeys((*FILES, "link.mp3", "pipe.mp3", "sub.html", "gone.mp3"), LISTED)
    files = {**listed, "announced.mp3": ANNOUNCED}
    (folder / MANIFEST).write_text(json.dumps({"type": "leanbreath-pack", "version": 1, "files": files}))
    return folder


@contextmanager
def serving(folder: Path, seconds: float = 5, most: int = MOST_CONNECTIONS) -> Iterator[int]:
    """Serve a folder on loopback; yield the port."""
    with FileServer(folder, parse_address("127.0.0.1:0"), seconds, most) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server.port
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="module")
def port(folder: Path) -> Iterator[int]:
    with serving(folder) as port:
        yield port


def exchange(port: int, request: bytes) -> bytes:
    """Send bytes, and return all that comes back until the server hangs up."""
    with closing(socket.create_connection(("127.0.0.1", port), 5)) as connection:
        connection.sendall(request)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def ask(port: int, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    with closing(HTTPConnection("127.0.0.1", port, 5)) as connection:
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return answer, answer.read()


@pytest.mark.parametrize(
    ("path", "name", "type"),
    [
        ("/", "index.html", "text/html; charset=utf-8"),
        ("/?utm=1", "index.html", "text/html; charset=utf-8"),
        ("/index.html", "index.html", "text/html; charset=utf-8"),
        ("/pre-run-6.mp3", "pre-run-6.mp3", "audio/mpeg"),
        ("/pre-run-6.mp3?x=/../y", "pre-run-6.mp3", "audio/mpeg"),
        ("/pre%2Drun-6.pdf", "pre-run-6.pdf", "application/pdf"),
    ],
)
def test_a_packed_file_is_served_with_its_type_and_safe_headers(port, path, name, type):
    answer, content = ask(port, path)
    assert (answer.status, content, answer.headers["Content-Type"]) == (200, FILES[name], type)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert answer.headers["Accept-Ranges"] == "bytes" and answer.headers["Server"] == "leanbreath"
    head, nothing = ask(port, path, "HEAD")
    assert (head.status, nothing) == (200, b"") and head.headers["Content-Length"] == str(len(content))


@pytest.mark.parametrize(
    ("asked", "status", "range", "content"),
    [
        ("bytes=0-1", 206, f"bytes 0-1/{len(AUDIO)}", AUDIO[:2]),
        ("bytes=100-", 206, f"bytes 100-{len(AUDIO) - 1}/{len(AUDIO)}", AUDIO[100:]),
        ("bytes=-5", 206, f"bytes {len(AUDIO) - 5}-{len(AUDIO) - 1}/{len(AUDIO)}", AUDIO[-5:]),
        ("bytes=999999-", 416, f"bytes */{len(AUDIO)}", b"416 Requested Range Not Satisfiable\n"),
        ("bytes=0-1,5-6", 200, None, AUDIO),
        ("nonsense", 200, None, AUDIO),
    ],
)
def test_audio_can_be_read_in_parts(port, asked, status, range, content):
    answer, body = ask(port, "/pre-run-6.mp3", Range=asked)
    assert (answer.status, answer.headers["Content-Range"]) == (status, range)
    assert body.lower() == content.lower() and answer.headers["Content-Length"] == str(len(body))


def test_a_part_of_a_file_that_may_have_changed_is_answered_with_the_whole(port):
    answer, body = ask(port, "/pre-run-6.mp3", **{"Range": "bytes=0-1", "If-Range": '"an older one"'})
    assert (answer.status, body) == (200, AUDIO)


HIDDEN = (
    "/notes.txt", "/leanbreath.json", "/announced.mp3", "/gone.mp3", "/link.mp3", "/pipe.mp3", "/sub.html",
    "/sub.html/", "/sub.html/x.mp3", "/.", "/..", "/../outside.mp3", "/..%2foutside.mp3", "/%2e%2e/outside.mp3",
    "/..%252foutside.mp3", "/..\\outside.mp3", "/....//outside.mp3", "//etc/passwd", "/etc/passwd", "/%2fetc%2fpasswd",
    "/./index.html", "/index.html/", "/index.html%00", "/index.html%00.mp3", "/INDEX.HTML", "/index.html;x", "/%",
    "/%ff%fe", "/pre-run-6.mp3%0d%0aX:y", "/" + "a" * 5000, "index.html", "*", "http://127.0.0.1/index.html",
    "file:///etc/passwd", "C:\\index.html",
)  # fmt: skip


@pytest.mark.parametrize("target", HIDDEN)
def test_nothing_else_is_served(port, target):
    answer = exchange(port, f"GET {target} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 404 Not Found\r\n") and answer.endswith(b"\r\n\r\n404 Not Found\n")


METHODS = ("POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE")
END = "HTTP/1.1\r\nHost: x\r\n"


@pytest.mark.parametrize(
    ("request_bytes", "status"),
    [
        *((f"{method} / {END}\r\n", "405 Method Not Allowed") for method in METHODS),
        ("CONNECT x:443 HTTP/1.1\r\n\r\n", "405 Method Not Allowed"),
        (f"get / {END}\r\n", "405 Method Not Allowed"),
        (f"_answer / {END}\r\n", "405 Method Not Allowed"),
        (f"POST / {END}Content-Length: 10\r\n\r\n0123456789", "405 Method Not Allowed"),
        (f"<script>alert(1)</script> / {END}\r\n", "405 Method Not Allowed"),
        ("GET\r\n\r\n", "400 Bad Request"),
        ("GET /\r\n\r\n", ""),
        ("GET / HTTP/x.y\r\n\r\n", "400 Bad Request"),
        ("GET / HTTP/2.0\r\n\r\n", "505 HTTP Version Not Supported"),
        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "505 HTTP Version Not Supported"),
        ("GET / a b c HTTP/1.1\r\n\r\n", "400 Bad Request"),
        ("\x16\x03\x01\x02\x00\x01\r\n\r\n", "400 Bad Request"),
        ("GET / HTTP/1.1\r\n" + "X: y\r\n" * 200 + "\r\n", "431 Request Header Fields Too Large"),
        (f"GET / HTTP/1.1\r\nX: {'y' * 70_000}\r\n\r\n", "431 Request Header Fields Too Large"),
        (f"GET /{'a' * 70_000} HTTP/1.1\r\n\r\n", "414"),
    ],
)
def test_any_other_request_is_refused(port, request_bytes, status):
    answer = exchange(port, request_bytes.encode("latin-1"))
    assert b"Index" not in answer and b"script" not in answer and SECRET not in answer
    assert status.encode() in answer.partition(b"\r\n")[0] if status else answer in (b"400 Bad Request\n", b"")
    assert ask(port, "/")[0].status == 200


def test_a_second_request_on_the_same_connection_is_not_answered(port):
    request = f"GET /pre-run-6.pdf {END}\r\n".encode()
    answer = exchange(port, request + b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    assert answer.count(b"HTTP/1.1 200 OK") == 1 and answer.endswith(b"%PDF") and b"Connection: close" in answer


@pytest.mark.parametrize("sent", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: x\r\n", b"GET / HTTP/1.1\r\nRange"])
def test_a_request_that_never_ends_is_given_up_and_stops_nobody(folder, sent):
    with serving(folder, seconds=0.2) as port:
        silent = [socket.create_connection(("127.0.0.1", port), 5) for _ in range(20)]
        for connection in silent:
            connection.sendall(sent)
        assert ask(port, "/")[0].status == 200
        assert [connection.recv(100) for connection in silent] == [b""] * 20
        for connection in silent:
            connection.close()


def test_a_request_that_trickles_in_has_a_deadline_as_a_whole(folder):
    with serving(folder, seconds=0.3) as port, closing(socket.create_connection(("127.0.0.1", port), 5)) as connection:
        connection.settimeout(0.05)
        start, answer = monotonic(), None
        while answer is None and monotonic() < start + 3:
            try:
                connection.sendall(b"X")
                answer = connection.recv(100)
            except TimeoutError:
                continue
            except ConnectionError:
                answer = b""
        assert answer == b"" and monotonic() < start + 2


def test_beyond_the_most_connections_new_ones_are_closed_and_the_old_served(folder):
    with serving(folder, most=3) as port:
        silent = [socket.create_connection(("127.0.0.1", port), 5) for _ in range(3)]
        with closing(socket.create_connection(("127.0.0.1", port), 5)) as late:
            assert late.recv(100) == b""
        silent[0].sendall(b"GET / HTTP/1.1\r\n\r\n")
        assert silent[0].recv(100).startswith(b"HTTP/1.1 200 OK")
        for connection in silent:
            connection.close()


def test_a_client_that_hangs_up_is_no_error(folder, tmp_path, monkeypatch, capsys):
    logged: list[str] = []
    monkeypatch.setattr("leanbreath.take_along.file_server.append_to_log", logged.append)
    (tmp_path / "big.mp3").write_bytes(bytes(5_000_000))
    files = {"big.mp3": LISTED}
    (tmp_path / MANIFEST).write_text(json.dumps({"type": "leanbreath-pack", "version": 1, "files": files}))
    with serving(tmp_path) as port:
        connection = socket.create_connection(("127.0.0.1", port), 5)
        connection.sendall(b"GET /big.mp3 HTTP/1.1\r\n\r\n")
        assert connection.recv(10)
        connection.close()
        assert ask(port, "/big.mp3")[0].status == 200
    assert logged == [] and capsys.readouterr() == ("", "")


def test_a_folder_that_is_packed_again_meanwhile_is_served_as_it_is_now(tmp_path):
    def put(**files: object) -> None:
        (tmp_path / MANIFEST).write_text(json.dumps({"type": "leanbreath-pack", "version": 1, "files": files}))

    (tmp_path / "a.mp3").write_bytes(b"a")
    put(**{"a.mp3": LISTED})
    with serving(tmp_path) as port:
        assert ask(port, "/a.mp3")[0].status == 200
        put()
        assert ask(port, "/a.mp3")[0].status == 404
        (tmp_path / MANIFEST).unlink()
        assert ask(port, "/a.mp3")[0].status == 404


def test_a_port_in_use_and_a_foreign_address_are_explained(folder, port):
    with pytest.raises(InvalidRequest, match=f"port {port} is in use; name another"):
        FileServer(folder, parse_address(f"127.0.0.1:{port}"))
    with pytest.raises(InvalidRequest, match=r"198\.51\.100\.7 is not an address of this computer"):
        FileServer(folder, parse_address("198.51.100.7"))
