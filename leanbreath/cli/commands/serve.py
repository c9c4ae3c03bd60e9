"""`leanbreath serve`: a packed folder on the local network, for as long as the command runs."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from leanbreath.cli.report import (
    print_lines,
    print_message,
    print_styled,
    print_to_stderr,
    shows_colours,
    terminal_width,
)
from leanbreath.playback.interrupts import interruptible
from leanbreath.presentation.terminal_text import folded
from leanbreath.take_along.file_server import FileServer
from leanbreath.take_along.qr_code import can_encode_qr_code, has_qr_codes, in_black_and_white, qr_rows
from leanbreath.take_along.served_files import served_names
from leanbreath.take_along.server_address import (
    ServerAddress,
    own_addresses,
    own_addresses_text,
    parse_address,
    reach_text,
)

HOW_TO_STOP = (
    "Open it on your phone, on the same network. It can read what is packed and nothing else. Press Ctrl-C to stop."
)

SCREEN_GOES_OFF = (
    "Opened this way, a page can't keep your phone's screen on: set the screen to stay on longer, or copy the folder "
    "to your phone."
)
"""A wake lock needs a secure context, which plain HTTP in a local network isn't."""

NO_QR_CODE = "a QR code needs one more package; install it with  pip install 'leanbreath[phone]'"


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option("--address", metavar="ADDRESS[:PORT]", help="The address of this computer in your network.")
def serve(folder: Path, address: str | None) -> None:
    """Offer a packed folder to your phone, on the local network.

    You name the address of this computer, such as 192.168.1.5 (port 8000), and nothing is offered on any other. Ctrl-C
    ends it.
    """
    if address is None:
        raise click.UsageError(f"name the address at which your phone finds this computer; {own_addresses_text()}")
    parsed = parse_address(address)
    served_names(folder)
    with interruptible(), FileServer(folder, parsed) as server:
        _tell(parsed._replace(port=server.port))
        server.serve_forever()


def _tell(address: ServerAddress) -> None:
    """Print where the folder is, as an address and as a QR code if the terminal can show it."""
    urls = list(_urls(address))
    print_lines(urls)
    if terminal_width(sys.stdout) and shows_colours() and can_encode_qr_code(sys.stdout.encoding):
        _show_qr_code(urls[0], terminal_width(sys.stdout))
    for text in filter(None, (reach_text(address.ip), HOW_TO_STOP, SCREEN_GOES_OFF)):
        print_to_stderr(folded(text, terminal_width(sys.stderr)))


def _urls(address: ServerAddress) -> Iterator[str]:
    """Yield the addresses for a browser: of every network, where all of them are served."""
    all_own = map(parse_address, own_addresses() if address.ip.is_unspecified else ())
    own = [each for each in all_own if each.ip.version == address.ip.version]
    yield from (each._replace(port=address.port).url for each in own or [address])


def _show_qr_code(url: str, columns: int) -> None:
    if not has_qr_codes():
        print_message(NO_QR_CODE)
    elif len((rows := qr_rows(url))[0]) <= columns:
        print_styled(in_black_and_white(rows))
