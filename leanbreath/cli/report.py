"""Problems as text: where, what, the author's own line with the place marked, and the cure."""

from collections.abc import Iterator

from leanbreath.routine.problems import Problem

WIDEST = 160


def problem_lines(problem: Problem, reasoned: bool = True) -> Iterator[str]:
    """Yield a problem as lines; `reasoned` with the reason of its rule, if it has one."""
    yield escaped(str(problem))
    if problem.quote.strip():
        number = str(problem.place.line)
        column = problem.place.column - 1
        start = max(0, column - WIDEST // 2)
        shown = escaped(problem.quote[start : start + WIDEST])
        before = escaped(problem.quote[start:column])
        yield f"  {number} | {shown}"
        yield f"  {' ' * len(number)} | {' ' * columns(before)}^"
    if problem.why and reasoned:
        yield f"  Why: {escaped(problem.why)}" + ("" if problem.sources else " (our default)")
        yield from _sources(problem)


def _sources(problem: Problem) -> Iterator[str]:
    """Yield each source that a rule rests on, by its id and its title."""
    from leanbreath.routine.sources import sources  # here, since only advice needs the list

    known = sources() if problem.sources else {}
    for id in problem.sources:
        yield f"  {id}: {escaped(known[id].title)}"


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width  # here, since few lines need them

    return sum(0 if combining(char) else 1 + (east_asian_width(char) in "WF") for char in text)


def escaped(text: str) -> str:
    """Return a text with everything that could steer a terminal or turn its reading direction made visible."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
