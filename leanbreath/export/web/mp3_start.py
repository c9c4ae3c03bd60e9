"""The first frame of an MP3 file of constant bit rate: it says where its sound begins and ends.

An encoder puts silence before a sound, and a decoder adds some more. This frame, which is silent itself, says how much,
so that a player leaves it out. libsndfile writes none for a constant bit rate. Its form is that of Xing and LAME.
"""

from struct import pack

BIT_RATES = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
SAMPLE_RATES = (22_050, 24_000, 16_000)
"""What a header of MPEG-2 Layer III may name, in kbit/s and in Hz."""

FRAME_SAMPLES = 576
HEADER_BYTES, SIDE_BYTES = 4, {2: 17, 1: 9}
"""The length of a header, and of what follows it in a silent frame, by the number of channels."""

ENCODER_DELAY = 576
"""How many samples of silence LAME puts first."""

ENCODER = b"LAME3.100"
HAS_FRAMES_AND_BYTES = 3


def with_start(file: bytes, samples: int) -> bytes:
    """Return an MP3 file with a first frame that says how many samples it has, and how many are left out before."""
    size, channels = _frame(file)
    count = len(file) // size
    if len(file) % size or any(file[at : at + 2] != file[:2] for at in range(0, len(file), size)):
        raise ValueError("the frames of this MP3 file are not of one length")
    padding = count * FRAME_SAMPLES - ENCODER_DELAY - samples
    tag = pack(">4sIII", b"Info", HAS_FRAMES_AND_BYTES, count, len(file))
    # revision and method (constant rate), low-pass, gains, flags and rate; then delay and padding, 12 bits each
    tag += ENCODER + bytes((1, *(0,) * 11)) + pack(">I", ENCODER_DELAY << 12 | padding)[1:] + bytes(6)
    tag += pack(">I", size + len(file)) + bytes(2)
    start = file[:HEADER_BYTES] + bytes(SIDE_BYTES[channels]) + tag
    start += pack(">H", _check_sum(start))
    return start.ljust(size, b"\0") + file


def _frame(file: bytes) -> tuple[int, int]:
    """Return how many bytes each frame has, and its channels; raise `ValueError` for a file of another form."""
    if file[:1] != b"\xff" or file[1] & 0xFF != 0xF3:
        raise ValueError("this is no MP3 file of MPEG-2 Layer III without check sums")
    rate, frequency = BIT_RATES[file[2] >> 4], SAMPLE_RATES[file[2] >> 2 & 3]
    return FRAME_SAMPLES // 8 * rate * 1000 // frequency, 1 if file[3] >> 6 == 3 else 2


def _check_sum(data: bytes) -> int:
    """Return the CRC-16 of some bytes, by the polynomial 0x8005 with bits from the lowest."""
    value = 0
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ (0xA001 if value & 1 else 0)
    return value
