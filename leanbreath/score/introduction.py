"""The words that introduce work: its round, its set or its side, its title and its dose."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from leanbreath.routine.work import Work
from leanbreath.score.dose import dose_text, sets_text
from leanbreath.score.passage import Passage, Round
from leanbreath.score.phrases import Phrases, capitalised


class Introduction(NamedTuple):
    """What is said before work, in full and in shorter forms; `place` is the part about the round or the set."""

    full: str
    shorter: tuple[str, ...] = ()
    place: str = ""


def introduction(
    passages: Sequence[Passage], index: int, phrases: Phrases, is_alone: bool = False
) -> Introduction | None:
    """Return the introduction of the work at an index; None where the switch before it has said everything.

    A dose is said once: in later rounds, and in turn on the other side, the title is enough. `is_alone` says that
    nothing was said or done before it.
    """
    passage, earlier = passages[index], next(_work_before(passages, index), None)
    rounds = _rounds_text(passage, earlier, phrases)
    is_same_step = earlier is not None and _is_same_step(earlier, passage)
    short = phrases.short.format(what=phrases.what(passage.said_title, passage.side))
    if earlier and is_same_step and not rounds:
        if passage.side and earlier.side != passage.side and not is_alone:
            side = capitalised(phrases.side(passage.side))
            is_said = passages[index - 1].kind == "switch"
            return None if is_said else Introduction(phrases.other_side.format(side=side))
        if passage.side == earlier.side and earlier.set + 1 == passage.set:
            place = phrases.set.format(set=passage.set, sets=passage.sets)
            rest = short if is_alone else _new_dose(passage, earlier, phrases)
            return Introduction(f"{place} {rest}".rstrip(), (place,), place)
    is_first = is_alone or _is_first(passages, index) or bool(rounds)
    text = short if _is_known(passages, index) else _with_dose(passages, index, is_first, phrases)
    full = f"{rounds} {text}" if rounds else text
    if not rounds:
        return Introduction(full, (short,))
    return Introduction(full, (f"{rounds} {short}", rounds if is_same_step else short), rounds)


def _is_first(passages: Sequence[Passage], index: int) -> bool:
    """Return whether work comes first: in a routine, perhaps after time to get ready, or after a wait."""
    return not index or passages[index - 1].kind == "wait" or (index == 1 and passages[0].kind == "ready")


def _new_dose(passage: Passage, earlier: Passage, phrases: Phrases) -> str:
    """Return the dose of a set if it differs from that of the set before."""
    if passage.work is None or passage.work == earlier.work:
        return ""
    return phrases.short.format(what=capitalised(dose_text(passage.work, phrases)))


def _work_before(passages: Sequence[Passage], index: int) -> Iterator[Passage]:
    """Yield the work before an index, the last first."""
    return (passages[each] for each in range(index - 1, -1, -1) if passages[each].kind == "work")


def _is_same_step(one: Passage, two: Passage) -> bool:
    return (one.step, one.drill) == (two.step, two.drill)


def _rounds_text(passage: Passage, earlier: Passage | None, phrases: Phrases) -> str:
    """Return what announces the rounds that begin with some work: the innermost, and those of a titled repeat."""
    known = earlier.rounds if earlier else ()
    begun = (each for place, each in enumerate(passage.rounds, 1) if known[:place] != passage.rounds[:place])
    return " ".join(filter(None, (_round_text(each, each == passage.round, phrases) for each in begun)))


def _round_text(each: Round, is_innermost: bool, phrases: Phrases) -> str:
    """Return what announces a round; the title of the innermost repeat is said in its first round only."""
    if each.of == 1:
        return phrases.short.format(what=each.title) if each.title else ""
    if each.title and not (is_innermost and each.number > 1):
        return phrases.titled_round.format(title=each.title, round=each.number, rounds=each.of)
    return phrases.round.format(round=each.number, rounds=each.of) if is_innermost else ""


def _is_known(passages: Sequence[Passage], index: int) -> bool:
    """Return whether a step that comes again, in another round or on the other side, was introduced before."""
    passage = passages[index]
    top = passage.step.partition(".")[0]
    for earlier in islice(reversed(passages[:index]), index):
        if earlier.step.partition(".")[0] != top:
            return False
        if earlier.kind == "work" and _is_same_step(earlier, passage):
            return (earlier.rounds, earlier.turn) != (passage.rounds, passage.turn)
    return False


def _with_dose(passages: Sequence[Passage], index: int, is_first: bool, phrases: Phrases) -> str:
    """Return what comes, and how much of it on each side, with its sets."""
    passage = passages[index]
    works: list[Work] = []
    for each in islice(passages, index, None):
        if (each.step, each.side, each.rounds, each.turn) != (passage.step, passage.side, passage.rounds, passage.turn):
            break
        works += [each.work] if each.kind == "work" and each.work else []
    what, dose = phrases.what(passage.said_title, passage.side), capitalised(sets_text(works, phrases))
    form = phrases.first if is_first else phrases.next
    return form.format(what=what, dose=dose)
