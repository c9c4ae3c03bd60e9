"""A client of `yaml-language-server` over standard input and output: what an editor asks, and no more."""

import json
import subprocess
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import Any

from tests.node_packages import node_package

LONGEST_WAIT = 60.0
"""Seconds for one message; a server that is silent for longer is ended, and the test with it."""


class LanguageServer:
    """A running server with open files; line and column count from 1, as `check` counts them."""

    def __init__(self) -> None:
        program = node_package(".bin/yaml-language-server")
        self._process = subprocess.Popen([program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._number = 0
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}

    def __enter__(self) -> "LanguageServer":
        self.ask("initialize", processId=None, rootUri=None, capabilities={})
        self.tell("initialized")
        settings = {"yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}}
        self.tell("workspace/didChangeConfiguration", settings=settings)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def open(self, path: Path, text: str) -> str:
        """Open a file with a text; return its address."""
        uri = path.as_uri()
        self.tell("textDocument/didOpen", textDocument={"uri": uri, "languageId": "yaml", "version": 1, "text": text})
        return uri

    def diagnostics(self, uri: str) -> list[tuple[int, int, str]]:
        """Return line, column and message of everything the server flags in an open file."""
        while uri not in self._diagnostics:
            self._take(self._receive())
        return [
            (each["range"]["start"]["line"] + 1, each["range"]["start"]["character"] + 1, each["message"])
            for each in self._diagnostics[uri]
        ]

    def completions(self, uri: str, line: int, column: int) -> dict[str, str]:
        """Return what the server offers at a place, and what each would put there."""
        result = self.ask("textDocument/completion", **_at(uri, line, column))
        items = result["items"] if isinstance(result, dict) else result
        return {item["label"]: item.get("insertText") or item["label"] for item in items or []}

    def hover(self, uri: str, line: int, column: int) -> str:
        """Return what the server shows for what stands at a place."""
        result = self.ask("textDocument/hover", **_at(uri, line, column))
        return json.dumps(result["contents"], ensure_ascii=False) if result else ""

    def ask(self, method: str, **params: Any) -> Any:
        """Send a request and wait for its answer."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self._number and "method" not in message:
                return message.get("result")
            self._take(message)

    def tell(self, method: str, **params: Any) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def _take(self, message: dict[str, Any]) -> None:
        """Keep diagnostics, and answer what the server asks."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and "method" in message:
            items = message.get("params", {}).get("items", []) if "params" in message else []
            answer = [None for _ in items] if message["method"] == "workspace/configuration" else None
            self._send({"id": message["id"], "result": answer})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        watch = Timer(LONGEST_WAIT, self._process.kill)
        watch.start()
        try:
            return self._message()
        finally:
            watch.cancel()

    def _message(self) -> dict[str, Any]:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the language server has ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message


def cursor(text: str, mark: str = "‸") -> tuple[str, int, int]:
    """Return a text without the mark in it, and the line and column where the mark was."""
    before, _, after = text.partition(mark)
    return before + after, before.count("\n") + 1, len(before) - before.rfind("\n")


def _at(uri: str, line: int, column: int) -> dict[str, Any]:
    return {"textDocument": {"uri": uri}, "position": {"line": line - 1, "character": column - 1}}
