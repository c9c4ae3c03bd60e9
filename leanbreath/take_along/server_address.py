"""The address at which a folder is offered, which the user names."""

import errno
import socket
from contextlib import closing, suppress
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import NamedTuple

from leanbreath.routine.problems import InvalidRequest

DEFAULT_PORT = 8000

ELSEWHERE = ("192.0.2.1", "10.255.255.254", "172.31.255.254", "192.168.255.254", "2001:db8::1")
"""Addresses far away and in the usual home networks. Nothing is sent to them."""


class ServerAddress(NamedTuple):
    """An address of this computer, and a port."""

    ip: IPv4Address | IPv6Address
    port: int

    @property
    def host(self) -> str:
        """The address as it stands in a URL."""
        return f"[{self.ip}]" if self.ip.version == 6 else str(self.ip)

    @property
    def url(self) -> str:
        """Where a browser finds the folder."""
        return f"http://{self.host}:{self.port}/"

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


def parse_address(text: str) -> ServerAddress:
    """Return the address in a text such as `192.168.1.5` or `[::1]:8000`; raise `InvalidRequest` if there is none."""
    host, colon, port = text.rpartition(":")
    if not colon or (":" in host and not host.endswith("]")):  # no port, or an IPv6 address without brackets
        host, port = text, str(DEFAULT_PORT)
    if not (port.isascii() and port.isdigit() and int(port[:6]) <= 65_535):
        raise InvalidRequest(f'"{port}" is not a port; write a number such as {DEFAULT_PORT}')
    bare = host[1:-1] if host.startswith("[") and host.endswith("]") else host
    try:
        ip = ip_address(bare)
    except ValueError as error:
        raise InvalidRequest(f'"{host}" is not an IP address; {own_addresses_text()}') from error
    if isinstance(ip, IPv6Address) and ip.scope_id:
        raise InvalidRequest(f'"{host}" holds only on one link, which browsers can\'t open; {own_addresses_text()}')
    return ServerAddress(ip, int(port))


def own_addresses() -> tuple[str, ...]:
    """Return the addresses by which this computer reaches other networks: those that others reach it by."""
    found = dict.fromkeys(filter(None, map(_address_towards, ELSEWHERE)))
    return tuple(address for address in found if not ip_address(address).is_loopback)


def own_addresses_text() -> str:
    """Return which addresses there are to choose from, as a fix."""
    known = own_addresses()
    if not known:
        return "no network was found; connect this computer to the network that your phone is in"
    return f"this computer has {' and '.join(known)}; name one, such as --address {known[0]}"


def reach_text(ip: IPv4Address | IPv6Address) -> str:
    """Return who can read a folder at an address, if more can than the name suggests; else an empty text."""
    if ip.is_unspecified:
        return "Everyone on every network that this computer is in can read it."
    return (
        "Everyone on the internet may be able to read it: this is no address of a home network." if ip.is_global else ""
    )


def listening_error(address: ServerAddress, error: OSError) -> str:
    """Return the message for an address at which nothing can be offered."""
    match error.errno:
        case errno.EADDRINUSE:
            other = address._replace(port=address.port + 1 if address.port < 65_535 else DEFAULT_PORT)
            return f"port {address.port} is in use; name another: --address {other}"
        case errno.EADDRNOTAVAIL | errno.EAFNOSUPPORT:
            return f"{address.ip} is not an address of this computer; {own_addresses_text()}"
        case errno.EACCES | errno.EPERM:
            return (
                f"port {address.port} needs special rights; name one from 1024: --address {address.host}:{DEFAULT_PORT}"
            )
    return f"cannot listen at {address}: {error.strerror or error}"


def _address_towards(elsewhere: str) -> str:
    """Return the address from which packets to another would be sent; empty if there is no way to it."""
    family = socket.AF_INET6 if ":" in elsewhere else socket.AF_INET
    with suppress(OSError), closing(socket.socket(family, socket.SOCK_DGRAM)) as probe:
        probe.connect((elsewhere, 9))
        return str(probe.getsockname()[0])
    return ""
