"""LB065 and LB061: what a drill is based on."""

from collections.abc import Iterator

from leanbreath.advice.finding import Finding
from leanbreath.advice.rules import Rules
from leanbreath.routine.model import Drill

EXAMPLES = {"evidence": "evidence (A to D)", "sources": "sources (such as [S43])"}


def missing_evidence(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """Yield LB065 for a missing evidence grade or source, and LB061 for an unknown source."""
    missing = [name for name, value in (("evidence", drill.evidence), ("sources", drill.sources)) if not value]
    if missing:
        message = f"this drill gives no {' and no '.join(missing)}"
        yield Finding("LB065", message, f"add {' and '.join(EXAMPLES[name] for name in missing)}", key=("drill",))
    for index, source in enumerate(drill.sources):
        if source not in rules.sources:
            fix = "use an id from drills/sources.yaml"
            yield Finding("LB061", f'no source "{source}"', fix, key=("sources", index))
