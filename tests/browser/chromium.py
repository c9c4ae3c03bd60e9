"""Pages in Debian's Chromium, and everything that one of them did and must not do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Request

PROGRAM = Path("/usr/bin/chromium")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
SMALL, LARGE = (360, 640), (1280, 800)
"""The sizes of a small phone and of a laptop, in CSS pixels."""

LONGEST_WAIT_MILLISECONDS = 15_000

LOCAL = ("data:", "blob:")

REPORT_VIOLATIONS = """\
addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.effectiveDirective} forbids ${event.blockedURI} ${event.sample}`));
"""


@contextmanager
def chromium() -> Iterator["Browser"]:
    """Yield a running browser without a profile."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=FLAGS)
        yield browser
        browser.close()


class Visit:
    """A page in a fresh profile; `wrong` lists what it must not do: messages, errors, requests, dialogs, windows."""

    def __init__(self, page: "Page", path: Path) -> None:
        self.page, self.address, self.wrong = page, path.absolute().as_uri(), list[str]()
        self.page.add_init_script(REPORT_VIOLATIONS)
        self.page.on("console", self._note_message)
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.on("request", self._note_request)
        self.page.on("dialog", self._note_dialog)
        self.page.on("popup", lambda popup: self.wrong.append(f"window: {popup.url}"))
        self.page.on("crash", lambda _: self.wrong.append("crash"))

    def _note_message(self, message: "ConsoleMessage") -> None:
        self.wrong.append(f"{message.type}: {message.text}")

    def _note_request(self, request: "Request") -> None:
        if request.url.partition("#")[0] != self.address and not request.url.startswith(LOCAL):
            self.wrong.append(f"request: {request.url}")

    def _note_dialog(self, dialog: Any) -> None:
        self.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()


@contextmanager
def visited(
    browser: "Browser", path: Path, size: tuple[int, int] = SMALL, fragment: str = "", script: str = "", **options: Any
) -> Iterator[Visit]:
    """Yield an offline visit of a file, in which a script runs first.

    `options` are those of a browser context, such as `color_scheme`.
    """
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height}, offline=True, **options)
    context.set_default_timeout(LONGEST_WAIT_MILLISECONDS)
    visit = Visit(context.new_page(), path)
    visit.page.add_init_script(script)
    visit.page.goto(visit.address + fragment)
    try:
        yield visit
    finally:
        context.close()
