"""The address that a user names, and what is said about one that can't be used."""

import errno
from ipaddress import ip_address

import pytest

from leanbreath.routine.problems import InvalidRequest
from leanbreath.take_along.server_address import ServerAddress, listening_error, parse_address, reach_text


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("192.168.1.5", "http://192.168.1.5:8000/"),
        ("192.168.1.5:80", "http://192.168.1.5:80/"),
        ("127.0.0.1:0", "http://127.0.0.1:0/"),
        ("::1", "http://[::1]:8000/"),
        ("[::1]", "http://[::1]:8000/"),
        ("[fd00::2]:9000", "http://[fd00::2]:9000/"),
    ],
)
def test_an_address_may_have_a_port(text, url):
    assert parse_address(text).url == url


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", '"" is not an IP address'),
        ("laptop.local", '"laptop.local" is not an IP address'),
        ("http://192.168.1.5", "not a"),
        ("192.168.1", '"192.168.1" is not an IP address'),
        ("192.168.1.256:8000", '"192.168.1.256" is not an IP address'),
        ("192.168.1.5:", '"" is not a port; write a number such as 8000'),
        ("192.168.1.5:http", '"http" is not a port'),
        ("192.168.1.5:65536", '"65536" is not a port'),
        ("192.168.1.5:-1", '"-1" is not a port'),
        ("192.168.1.5:٨٠", "is not a port"),
        (f"192.168.1.5:{'9' * 5000}", "is not a port"),
        ("fe80::1%eth0", "holds only on one link"),
        ("[::1", '"[::1" is not an IP address'),
    ],
)
def test_anything_else_is_answered_with_what_would_be_right(text, said):
    with pytest.raises(InvalidRequest) as raised:
        parse_address(text)
    assert said in str(raised.value)


@pytest.mark.parametrize(
    ("ip", "said"),
    [
        ("192.168.1.5", ""),
        ("10.0.0.7", ""),
        ("127.0.0.1", ""),
        ("fd00::2", ""),
        ("0.0.0.0", "Everyone on every network that this computer is in can read it."),  # noqa: S104 - only words
        ("::", "Everyone on every network that this computer is in can read it."),
        ("8.8.8.8", "Everyone on the internet may be able to read it: this is no address of a home network."),
    ],
)
def test_a_wide_reach_is_said(ip, said):
    assert reach_text(ip_address(ip)) == said


@pytest.mark.parametrize(
    ("number", "port", "said"),
    [
        (errno.EADDRINUSE, 8000, "port 8000 is in use; name another: --address 192.168.1.5:8001"),
        (errno.EADDRINUSE, 65535, "port 65535 is in use; name another: --address 192.168.1.5:8000"),
        (errno.EADDRNOTAVAIL, 8000, "192.168.1.5 is not an address of this computer; "),
        (errno.EACCES, 80, "port 80 needs special rights; name one from 1024: --address 192.168.1.5:8000"),
        (errno.EMFILE, 80, "cannot listen at 192.168.1.5:80: Too many"),
    ],
)
def test_an_address_that_cannot_be_used_is_explained(number, port, said):
    address = ServerAddress(ip_address("192.168.1.5"), port)
    assert listening_error(address, OSError(number, "Too many open files")).startswith(said)
