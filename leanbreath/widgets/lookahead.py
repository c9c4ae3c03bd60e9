"""The look-ahead strip as a widget: the levels to come, drawn again only when they have moved by a point."""

from leanbreath.figure.lookahead_strip import draw_lookahead
from leanbreath.score.lookahead import levels_at, upcoming_points
from leanbreath.score.score import Score
from leanbreath.widgets.canvas import Canvas

Levels = tuple[float | None, ...]


class Lookahead(Canvas):
    """Shows what comes next in a score; levels that stay in sight are not computed again."""

    _score: Score | None = None
    _points = range(0)
    _levels: Levels = ()
    _drawn_size = (0, 0)

    def show(self, score: Score, frame: int) -> None:
        """Show what comes after a frame."""
        width, height = self.size
        points = upcoming_points(score, frame, 2 * width)
        if score is self._score and points == self._points and self._drawn_size == (width, height):
            return
        self._levels = self._moved(points) if score is self._score else levels_at(score, points)
        self._score, self._points, self._drawn_size = score, points, (width, height)
        self.paint(draw_lookahead(self._levels, width, height))

    def _moved(self, points: range) -> Levels:
        """Return the levels at other points of the same score."""
        assert self._score is not None
        before, moved = self._points, (points.start - self._points.start) // points.step
        if points.step != before.step or len(points) != len(before) or not 0 < moved < len(points):
            return levels_at(self._score, points)
        return self._levels[moved:] + levels_at(self._score, points[-moved:])
