"""What the list of the home screen shows: routines by occasion, one occasion only, or what was searched for."""

from dataclasses import dataclass, replace

from leanbreath.presentation.home_rows import RowGroup, routine_rows, search_rows
from leanbreath.presentation.home_search import SearchEntry, search_groups
from leanbreath.presentation.plain_words import occasion_words
from leanbreath.presentation.routine_groups import routine_groups
from leanbreath.presentation.routine_summary import RoutineSummary
from leanbreath.routine.vocabulary import SessionType

NOTHING = "No matches. Esc shows everything."


@dataclass(frozen=True)
class HomeContents:
    """The routines and the ids of those that are pinned, all that can be found, and what the runner asked to see."""

    rows: tuple[RoutineSummary, ...] = ()
    pinned: tuple[str, ...] = ()
    entries: tuple[SearchEntry, ...] = ()
    occasion: SessionType | None = None
    searched: str = ""

    @property
    def groups(self) -> tuple[RowGroup, ...]:
        """The groups of rows; a search goes through everything."""
        if self.searched.strip():
            return search_rows(search_groups(self.entries, self.searched))
        if self.occasion is None:
            return routine_rows(routine_groups(self.rows, self.pinned))
        return routine_rows(routine_groups(row for row in self.rows if row.kind == self.occasion))

    @property
    def filter_text(self) -> str:
        """What is shown only, in words; empty if everything is."""
        return f"{occasion_words(self.occasion)} only" if self.occasion else ""

    def with_next_occasion(self) -> "HomeContents":
        """Return what is shown of the next occasion; after the last, everything."""
        occasions = (None, *dict.fromkeys(row.kind for row in self.rows))
        return replace(self, occasion=occasions[(occasions.index(self.occasion) + 1) % len(occasions)])
