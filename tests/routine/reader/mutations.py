"""Bundled files as accidents and malice leave them: bytes flipped, lines moved, tokens replaced, halves spliced."""

from pathlib import Path
from random import Random

from leanbreath.routine.library import bundled_folder

FILES = sorted(path for part in ("library", "routines") for path in (bundled_folder("drills") / part).rglob("*.yaml"))
TEXTS = [path.read_bytes() for path in FILES]

NASTY = (
    *(
        b"{",
        b"}",
        b"[",
        b"]",
        b":",
        b"-",
        b"#",
        b"&a",
        b"*a",
        b"!!python/object:os.system",
        b"<<: *a",
        b"|",
        b">",
        b"?",
    ),
    *(
        b"'",
        b'"',
        b"\t",
        b"\x00",
        b"\x1b[2J",
        b"\xff",
        b"\xc3",
        b"\xe2\x80\xae",
        b"\xef\xbb\xbf",
        b"\r",
        b"\n",
        b"\n---\n",
    ),
    *(
        b".inf",
        b".nan",
        b"1e999",
        b"-1",
        b"0",
        b"99999999999999999999",
        b"0x1F",
        b"0o17",
        b"1_000",
        b"4:30",
        b"no",
        b"null",
    ),
    *(
        b"2026-01-01",
        b"~",
        b"[[[[[[[[",
        b"- - - - - - ",
        b"  ",
        b"@",
        b"`",
        b"%",
        b"x 9999",
        b"for 4h",
        b"[bold]",
        "\u0663".encode(),
    ),
)


def mutated(seed: int) -> tuple[Path, bytes]:
    """Return the name of a bundled file and a text that was made from it by one to four accidents."""
    draw = Random(seed)  # noqa: S311 - the same accidents every time
    number = draw.randrange(len(FILES))
    raw = TEXTS[number]
    for _ in range(draw.randint(1, 4)):
        raw = draw.choice(ACCIDENTS)(raw, draw)
    return FILES[number], raw


def _flip(raw: bytes, draw: Random) -> bytes:
    at = draw.randrange(len(raw) or 1)
    return raw[:at] + bytes([draw.randrange(256)]) + raw[at + 1 :]


def _insert(raw: bytes, draw: Random) -> bytes:
    at = draw.randrange(len(raw) + 1)
    return raw[:at] + draw.choice(NASTY) * draw.choice((1, 1, 1, 3)) + raw[at:]


def _replace(raw: bytes, draw: Random) -> bytes:
    words = raw.split(b" ")
    words[draw.randrange(len(words))] = draw.choice(NASTY)
    return b" ".join(words)


def _lines(raw: bytes, draw: Random) -> bytes:
    lines = raw.splitlines(keepends=True) or [b""]
    one, other = draw.randrange(len(lines)), draw.randrange(len(lines))
    match draw.randrange(4):
        case 0:
            del lines[one]
        case 1:
            lines.insert(other, lines[one])
        case 2:
            lines[one], lines[other] = lines[other], lines[one]
        case 3:
            lines[one] = draw.choice((b" ", b"  ", b"\t", b"- ")) + lines[one]
    return b"".join(lines)


def _cut(raw: bytes, draw: Random) -> bytes:
    return raw[: draw.randrange(len(raw) + 1)]


def _splice(raw: bytes, draw: Random) -> bytes:
    other = draw.choice(TEXTS)
    return raw[: draw.randrange(len(raw) + 1)] + other[draw.randrange(len(other)) :]


def _number(raw: bytes, draw: Random) -> bytes:
    digits = [at for at, byte in enumerate(raw) if 48 <= byte <= 57]
    if not digits:
        return raw
    at = draw.choice(digits)
    return raw[:at] + str(draw.choice((0, 1, 7, 60, 10_000, 10**30))).encode() + raw[at + 1 :]


ACCIDENTS = (_flip, _insert, _insert, _replace, _replace, _lines, _lines, _cut, _splice, _number)
