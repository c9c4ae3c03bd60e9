"""A voice in a process of its own, which `worker` runs: the first text starts it, and its memory ends with it."""

import json
import os
import sys
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from subprocess import Popen, TimeoutExpired
from threading import Thread
from typing import IO, NamedTuple

import numpy as np

from leanbreath.child_process import CHUNK_BYTES, ChildFailed, Drain, ending, read_all, started, write_all
from leanbreath.score.score import RATE
from leanbreath.sound.voice import Utterance, VoiceUnavailable
from leanbreath.sound.voice.worker import FAILED, HEADER, SPEECH

LOADING_SECONDS, LINE_SECONDS = 30.0, 10.0
"""How long a voice may take to be loaded and say its first line, and to say another."""

LONGEST_TEXT = 5_000
"""The most characters of a line: what a pipe holds even if its reader is busy."""

LONGEST_ANSWER = 600 * RATE * 4
"""The most bytes of an answer."""

ENDING_SECONDS = 0.5
"""How long a process that answers no more may take to end."""

ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
"""The other cores belong to screen and sound."""

END = 0
"""The kind of the last answer, once the process has ended."""


class _Answer(NamedTuple):
    kind: int
    content: bytes = b""


class _Worker(NamedTuple):
    """A process that speaks, what it answers, and what it writes to standard error."""

    process: Popen[bytes]
    answers: SimpleQueue[_Answer]
    errors: Drain


class ProcessVoice:
    """A voice that the function `load` of a module returns for some options; `title` names it in messages."""

    def __init__(self, name: str, title: str, module: str, options: Mapping[str, object]) -> None:
        self.name, self._title = name, title
        self._arguments = (module, json.dumps(options))
        self._stack = ExitStack()
        self._worker: _Worker | None = None

    def speak(self, text: str) -> Utterance:
        """Return a text as sound."""
        if len(text) > LONGEST_TEXT:
            raise VoiceUnavailable(f"{self._title} says at most {LONGEST_TEXT:,} characters in a line")
        seconds = LINE_SECONDS if self._worker else LOADING_SECONDS
        worker = self._worker = self._worker or self._start()
        assert worker.process.stdin is not None
        with suppress(OSError):  # it has ended, and its last answer says why
            write_all(worker.process.stdin, json.dumps(text).encode() + b"\n")
        try:
            answer = worker.answers.get(timeout=seconds)
        except Empty:
            self.close()
            raise VoiceUnavailable(f"{self._title} took longer than {seconds:g} seconds for a line") from None
        if answer.kind != SPEECH:
            self._fail(worker, answer)
        return Utterance(np.frombuffer(answer.content, "<f4"), RATE)

    def close(self) -> None:
        """End the process, if it runs; the next text starts another."""
        self._worker = None
        self._stack.close()

    def _start(self) -> _Worker:
        folders = (str(Path(folder).absolute()) for folder in sys.path)
        environment = {**os.environ, **ONE_THREAD, "PYTHONPATH": os.pathsep.join(folders)}
        # -P: nothing is imported from where the user happens to be; -W: no warnings meant for programmers
        command = (sys.executable, "-P", "-W", "ignore", "-m", "leanbreath.sound.voice.worker", *self._arguments)
        try:
            process = self._stack.enter_context(started(command, environment))
        except ChildFailed as failed:
            raise VoiceUnavailable(f"{self._title} could not be started: {failed}") from failed
        assert process.stdin is not None
        self._stack.callback(process.kill)
        self._stack.callback(process.stdin.close)
        answers: SimpleQueue[_Answer] = SimpleQueue()
        Thread(target=_pass_on, args=(process.stdout, answers), daemon=True).start()
        return _Worker(process, answers, Drain(process.stderr, CHUNK_BYTES))

    def _fail(self, worker: _Worker, answer: _Answer) -> None:
        """Raise why a text was not spoken; end a process that can say nothing."""
        reason = answer.content.decode(errors="replace") if answer.kind != END else self._ending(worker)
        if answer.kind in (END, FAILED):
            self.close()
        raise VoiceUnavailable(reason)

    def _ending(self, worker: _Worker) -> str:
        """Return how a process ended that answers no more."""
        try:
            code = worker.process.wait(ENDING_SECONDS)
        except TimeoutExpired:
            return f"{self._title} gave no sound"
        worker.errors.is_over(ENDING_SECONDS)
        return ending(self._title, code, worker.errors)


def _pass_on(pipe: IO[bytes] | None, answers: "SimpleQueue[_Answer]") -> None:
    """Pass on the answers of a process until it ends, or until something is no answer."""
    assert pipe is not None
    with suppress(OSError), pipe:
        while len(head := read_all(pipe, HEADER.size)) == HEADER.size:
            kind, size = HEADER.unpack(head)
            if size > LONGEST_ANSWER or len(content := read_all(pipe, size)) < size:
                break
            answers.put(_Answer(kind, content))
    answers.put(_Answer(END))
