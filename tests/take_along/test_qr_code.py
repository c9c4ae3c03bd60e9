"""A QR code in a terminal is dark on light, and holds the address."""

from leanbreath.take_along.qr_code import QUIET, can_encode_qr_code, in_black_and_white, qr_rows

MODULES = {" ": (0, 0), "▀": (1, 0), "▄": (0, 1), "█": (1, 1)}


def test_a_code_is_square_with_its_three_finders_and_a_quiet_margin():
    rows = qr_rows("http://192.168.1.5:8000/")
    modules = [[MODULES[char][half] for char in row] for row in rows for half in (0, 1)]
    size = len(modules[0])
    assert len(rows) == (size + 1) // 2 and not any(map(any, modules[:QUIET] + modules[size - QUIET :]))
    code = [row[QUIET : size - QUIET] for row in modules[QUIET : size - QUIET]]
    finder = [[1] * 7, [1, *[0] * 5, 1], *[[1, 0, 1, 1, 1, 0, 1]] * 3, [1, *[0] * 5, 1], [1] * 7]
    assert [row[:7] for row in code[:7]] == [row[-7:] for row in code[:7]] == [row[:7] for row in code[-7:]] == finder


def test_its_colours_do_not_depend_on_the_theme():
    assert list(in_black_and_white(("█",))) == ["\x1b[38;5;16;48;5;231m█\x1b[0m"]


def test_an_encoding_without_blocks_has_no_code():
    assert can_encode_qr_code("utf-8") and can_encode_qr_code("cp437")
    assert not can_encode_qr_code("ascii") and not can_encode_qr_code("latin-1") and not can_encode_qr_code("nonsense")
