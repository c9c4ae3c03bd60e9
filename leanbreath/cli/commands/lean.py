"""`leanbreath lean`: a page that measures your lean from your own video."""

import os
import sys
import webbrowser
from pathlib import Path

import click

from leanbreath.cli.report import print_lines, print_message
from leanbreath.routine.problems import InvalidRequest
from leanbreath.take_along.lean_meter import FILE_NAME, write_lean_meter
from leanbreath.userdata.paths import cache_folder

SUFFIXES = (".html", ".htm")


@click.command()
@click.option(
    "-o",
    "--output",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the page to this file and open nothing, to copy it to your phone for example.",
)
def lean(path: Path | None) -> None:
    """Measure how far you lean when you run, from your own video.

    A page opens in your browser and guides you. It works offline, and your video never leaves your device. The result
    goes into your diary with  leanbreath checkup --from
    """
    if path is None:
        path = cache_folder() / FILE_NAME
        write_lean_meter(path)
        print_message(_opened(path))
    elif path.suffix.lower() not in SUFFIXES:
        raise InvalidRequest(f'"{path.name}" can\'t be written; the lean meter is a page, so give it the suffix .html')
    else:
        write_lean_meter(path)
        print_message("open this page in a browser, here or on your phone")
    print_lines([str(path)])


def _opened(path: Path) -> str:
    """Open a page in the browser, and return what came of it."""
    if _has_browser() and webbrowser.open(path.as_uri()):
        return "the lean meter opens in your browser; if it stays away, open this page yourself, or write it with -o"
    return (
        "no browser to open here; open this page in one, or write it for your phone with  leanbreath lean -o lean.html"
    )


def _has_browser() -> bool:
    """Return whether there may be a browser with windows; in a terminal alone, Python would start a text browser."""
    needs_display = sys.platform not in ("win32", "darwin")
    return not needs_display or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")))
