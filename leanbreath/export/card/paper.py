"""The paper of a card: its size and margins in millimetres, and the smallest type."""

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
"""A4."""

SIDE, TOP, BOTTOM = 13.0, 16.0, 16.0
"""The margins. Letter is 5.9 mm wider and 17.6 mm lower: printed on it unscaled, 7 mm stay free above and below."""

WIDTH = PAGE_WIDTH - 2 * SIDE
GUTTER = 7.0
SMALLEST = 8.0
"""The smallest type, in points."""
