"""The usual order of keys, and the keys whose values are prose, as in the bundled files."""

from leanbreath.routine.routine_file import STEP_SPECS
from leanbreath.routine.work import KINDS

PROSE = frozenset(("why", "about", "say", "short", "move", "wait", "note", "because", "measures", "thresholds", "norm"))
"""Keys whose text is quoted."""

PROSE_LISTS = frozenset(("setup", "mistakes", "how"))
"""Keys whose list is in block style, every item quoted."""

DOSE = tuple(KINDS)
ALLOWED = ("allow", "because")
BOUNDS = ("optional", "priority", "least", "most")
GAPS = ("ready", "switch", "skip")

DRILL = (
    *(
        "drill",
        "title",
        "spoken",
        "goal",
        "stretch",
        "position",
        "targets",
        "helps",
        "needs",
        "safety-class",
        "lean",
        "sides",
    ),
    *("first-side", *DOSE, "words", "expect", "sets", "rest", "passive-exhale", *BOUNDS, *GAPS),
    *("why", "setup", "cues", "mistakes", "cautions", "instead", "levels", "figure", "evidence", "sources", "note"),
    *ALLOWED,
)
STEP = ("drill", *DOSE, "expect", "sets", "rest", "sides", "first-side", *BOUNDS, *GAPS, "cues", "note", *ALLOWED)

LIMBS = ("near-leg", "far-leg", "near-arm", "far-arm")
LEG = ("foot", "toes", "hip", "knee", "ankle")
ARM = ("hand", "shoulder", "elbow")

FILES = {
    "drill": DRILL,
    "routine": ("routine", "title", "for", "about", "tired", *ALLOWED, "defaults", "steps"),
    "plan": ("plan", "title", "about", "beginner", "repeats", "targets", "before-runs", *ALLOWED, "weeks"),
    "assessment": (
        *(
            "assessment",
            "title",
            "measures",
            "unit",
            "sides",
            "needs",
            "figure",
            "how",
            "computed",
            "of",
            "inputs",
            "in-place-of",
            "measured-by",
        ),
        *(
            "set-up",
            "try",
            "timer",
            "repeated",
            "possible",
            "pass",
            "borderline",
            "sides-differ",
            "answers",
            "only",
            "thresholds",
            "status",
            "norm",
            "real-change",
        ),
        "sources",
    ),
    "pose": ("pose", "about", "moves", "view", "shows", "wall", "angle", "things", "frames"),
}
STEPS = {
    "drill": STEP,
    "title": DRILL,
    "move": ("move", "time", "skip"),
    "rest": ("rest", "say", "skip"),
    "wait": ("wait", "most", "skip"),
    "repeat": ("repeat", "title", "first-side", "rest", "every", "switch", "skip", "steps"),
    "include": ("include", "skip"),
}
BELOW = {
    "cues": ("at", "breath", "rep", "set", "round", "side", "say", "short"),
    "rest": ("wait", "most"),
    "defaults": ("ready", "switch", "rest", "first-side"),
    "weeks": ("phase", "sessions", "hold", "sets", "reps", "breath", "lean", "before-runs", "note"),
    "before-runs": ("routine", "fit"),
    "frames": ("hip", "lean", "spine", "neck", "face", "belly", "chest", *LIMBS),
    "near-leg": LEG,
    "far-leg": LEG,
    "near-arm": ARM,
    "far-arm": ARM,
    "sessions": ("routine", "times", "fit"),
    **{kind: work.long_form for kind, work in KINDS.items() if work.long_form},
}


def key_order(parent: str | None, keys: frozenset[str]) -> tuple[str, ...]:
    """Return the order of the keys of a mapping below the key `parent` (None at the top); empty if any order does."""
    if parent is None:
        return next((FILES[kind] for kind in ("routine", "plan", "pose", "assessment", "drill") if kind in keys), ())
    if parent == "steps":
        return next((STEPS[key] for key in STEP_SPECS if key in keys), ())
    if parent in ("least", "most", "levels"):
        return BELOW[kind_of_work(keys)]
    return BELOW.get(parent, ())


def kind_of_work(keys: frozenset[str]) -> str:
    """Return the kind of work whose long form has most of these keys."""
    return max(KINDS, key=lambda kind: len(keys.intersection(KINDS[kind].long_form)))
