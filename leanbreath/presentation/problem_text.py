"""Problems as text: where, what, the author's own line with a mark under the place, and the fix; and as data."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from leanbreath.presentation.terminal_text import counted, folded, revealed
from leanbreath.routine.problems import Problem, Severity
from leanbreath.text_width import column_count

if TYPE_CHECKING:
    from leanbreath.routine.sources import Source

WIDEST_QUOTE = 160

NO_SOURCES: "Mapping[str, Source]" = {}

NOUNS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def problem_lines(
    problem: Problem, width: int = 0, with_reason: bool = True, sources: "Mapping[str, Source]" = NO_SOURCES
) -> Iterator[str]:
    """Yield a problem as lines for a terminal `width` columns wide (0 is any width).

    The reason of a training rule is among them `with_reason`; its sources are named if they are given.
    """
    yield from folded(revealed(str(problem)), width, 2)
    if problem.quote.strip():
        yield from _quote_lines(problem, width)
    if problem.why and with_reason:
        ours = "" if problem.sources else " (our default)"
        yield from folded(f"  Why: {revealed(problem.why)}{ours}", width, 2)
        for id in problem.sources:
            if id in sources:
                yield from folded(f"  {id}: {revealed(sources[id].title)}", width, 2)


def _quote_lines(problem: Problem, width: int) -> Iterator[str]:
    """Yield the author's line, or the part of a long one around the place, and a mark under the place."""
    number = str(problem.place.line)
    widest = min(WIDEST_QUOTE, width - len(number) - 6 if width else WIDEST_QUOTE)
    column = problem.place.column - 1
    start = max(0, column - widest // 2)
    before = revealed(problem.quote[start:column])
    yield f"  {number} | {revealed(problem.quote[start : start + widest])}"
    yield f"  {' ' * len(number)} | {' ' * column_count(before)}^"


def report_lines(files: int, problems: Sequence[Problem], width: int, sources: "Mapping[str, Source]") -> Iterator[str]:
    """Yield the problems of files and their number; the reason of each rule is given once."""
    explained: set[str] = set()
    for problem in problems:
        yield from problem_lines(problem, width, problem.rule not in explained, sources)
        explained.add(problem.rule)
    yield _summary(files, problems)


def _summary(files: int, problems: Iterable[Problem]) -> str:
    counts = Counter(problem.severity for problem in problems)
    found = [counted(counts[severity], noun) for severity, noun in NOUNS.items() if counts[severity]]
    return f"{counted(files, 'file')}: {', '.join(found) or 'no problems'}"


def report_data(files: int, problems: Iterable[Problem]) -> dict[str, Any]:
    """Return the problems of files as plain data."""
    return {"files": files, "problems": [_problem_data(problem) for problem in problems]}


def _problem_data(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.severity,
        "rule": problem.rule or None,
        "message": problem.message,
        "fix": problem.fix or None,
        "why": problem.why or None,
        "sources": problem.sources,
    }
