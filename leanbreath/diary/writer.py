"""Writes a session to the diary on a thread of its own, so that nobody who keeps time ever waits for a disk or a lock.

Only the latest state of the session waits to be written. While the diary can't take it, it is kept in a file next to
the diary, and tried again after growing pauses.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from threading import Condition, Thread
from typing import NamedTuple

from leanbreath.diary.connection import DiaryDamaged, DiaryError
from leanbreath.diary.events import SessionRow
from leanbreath.diary.recovery import recover
from leanbreath.diary.store import Diary
from leanbreath.diary.unsaved import discard, keep, unsaved_file


class Pauses(NamedTuple):
    """Seconds between two tries to write, from the first pause to the longest; each is twice the one before."""

    first: float = 0.25
    longest: float = 2.0


class DiaryWriter:
    """Writes the states of one session; `warnings` says what happened to the diary meanwhile."""

    def __init__(self, diary: Diary, now: Callable[[], datetime], pauses: Pauses | None = None) -> None:
        self._diary, self._now, self._pauses = diary, now, pauses or Pauses()
        self._changed = Condition()
        self._waiting: SessionRow | None = None
        self._kept: SessionRow | None = None
        self._reason = ""
        self._edits = 0
        self._is_closing = False
        self._fault: Exception | None = None
        self._thread: Thread | None = None
        self.warnings: list[str] = []

    def save(self, session: SessionRow) -> None:
        """Have a session written, in place of an earlier state of it; return at once."""
        with self._changed:
            self._waiting = session
            self._changed.notify()
        if self._thread is None:
            self._thread = Thread(target=self._run, name="diary", daemon=True)
            self._thread.start()

    def close(self, seconds: float) -> None:
        """Wait until everything is written, but not longer than some seconds; raise an error of the thread."""
        if self._thread is None:
            return
        with self._changed:
            self._is_closing = True
            self._changed.notify()
        self._thread.join(seconds)
        with self._changed:
            if self._fault and self._waiting:
                self._keep(self._waiting)
            if self._fault:
                raise self._fault
            if unwritten := self._waiting:
                self.warnings.append(self._warning(unwritten))

    def _warning(self, unwritten: SessionRow) -> str:
        """Return what becomes of a session that isn't in the diary."""
        reason = self._reason or f"the diary {self._diary.path} doesn't answer"
        if self._kept != unwritten:
            return f"{reason}; part of this session is missing from the diary"
        file = unsaved_file(self._diary.path, unwritten.id)
        return f"{reason}; this session is kept in {file.name} next to it and read in at the next start"

    def _run(self) -> None:
        """Write until the session is closed and nothing waits any more."""
        try:
            self._attempt(self._diary.import_unsaved)
            pause = self._pauses.first
            while session := self._next():
                if self._attempt(partial(self._write, session)):
                    self._note_saved(session)
                    pause = self._pauses.first
                else:
                    self._keep(session)
                    self._pause(pause)
                    pause = min(pause * 2, self._pauses.longest)
        except Exception as error:
            self._fault = error

    def _write(self, session: SessionRow) -> None:
        """Write a session as a later revision than the edits that others made of it meanwhile."""
        session = replace(session, revision=session.revision + self._edits)
        self._edits += self._diary.record(session) - session.revision

    def _next(self) -> SessionRow | None:
        """Return the state that waits to be written; None once there will be no other."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._is_closing)
            return self._waiting

    def _attempt(self, write: Callable[[], None]) -> bool:
        """Return whether the diary could be written; a damaged one is set aside, and a new one written."""
        try:
            try:
                write()
            except DiaryDamaged as damage:
                self.warnings.append(recover(self._diary.path, damage.reason, self._now()))
                write()
        except DiaryError as error:
            self._reason = str(error)
            return False
        return True

    def _note_saved(self, session: SessionRow) -> None:
        with self._changed:
            if self._waiting is session:
                self._waiting = None
        if self._kept is not None:
            discard(self._diary.path, session)
            self._kept = None

    def _keep(self, session: SessionRow) -> None:
        """Keep a session in its file, if that can be written; the diary is tried again in any case."""
        if session is not self._kept:
            try:
                keep(self._diary.path, session)
                self._kept = session
            except OSError as error:
                self._reason = f"{self._reason}, and no file next to it can be written ({error.strerror})"

    def _pause(self, seconds: float) -> None:
        """Wait for the next try, or for a later state of the session, which is kept in its file at once."""
        with self._changed:
            waiting = self._waiting
            self._changed.wait_for(lambda: self._waiting is not waiting, seconds)
