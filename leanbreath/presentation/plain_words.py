"""Ids and notations of the format in words for runners."""

from leanbreath.coach.limiter_words import LIMITERS as LIMITERS
from leanbreath.coach.limiter_words import limiter_words as limiter_words
from leanbreath.routine.vocabulary import Caution, Goal, Muscle, Position, SessionType

POSITIONS: dict[Position, str] = {
    "supine": "on your back",
    "supine-legs-long": "on your back, legs long",
    "side-lying": "on your side",
    "prone": "on your front",
    "prone-elbows": "on your front, propped on your elbows",
    "floor-seated": "sitting on the floor",
    "quadruped": "on your hands and knees",
    "plank": "in a plank",
    "half-kneel": "one knee down",
    "tall-kneel": "on both knees",
    "squat": "squatting",
    "seated": "sitting",
    "standing": "standing",
    "split-stance": "standing, one foot back",
    "wall-lean": "leaning on a wall",
    "walk": "walking",
    "jog": "jogging",
}

POSTURES: dict[Position, str] = {
    "supine": "lying",
    "supine-legs-long": "lying",
    "side-lying": "lying",
    "prone": "lying",
    "prone-elbows": "lying",
    "floor-seated": "sitting",
    "quadruped": "kneeling",
    "plank": "plank",
    "half-kneel": "kneeling",
    "tall-kneel": "kneeling",
    "squat": "squatting",
    "seated": "sitting",
    "standing": "standing",
    "split-stance": "standing",
    "wall-lean": "standing",
    "walk": "walking",
    "jog": "jogging",
}
"""A position in one word."""

CAUTIONS: dict[Caution, str] = {
    "breath-hold": "holding your breath",
    "inversion": "hips above your head",
    "hyperventilation": "fast breathing",
    "late-pregnancy-supine": "lying on your back in late pregnancy",
    "back-pain-in-extension": "back pain when arching",
    "knee-pain-kneeling": "knee pain when kneeling",
    "achilles-insertion-pain": "pain at the lower end of the Achilles tendon",
    "calf-strain-recent": "recent calf strain",
    "fall-risk": "a risk of falling",
    "hip-replacement-anterior": "hip replacement",
    "ankle-impingement": "a pinch in front of the ankle",
    "recent-birth": "a birth in the last three months",
}
"""Cautions whose ids aren't plain words."""

NEEDS: dict[str, str] = {"block": "yoga block", "strap": "yoga strap", "roller": "foam roller"}
"""Needs that a word alone leaves open."""

GOALS: dict[Goal, str] = {"mobility-static": "static mobility", "mobility-dynamic": "dynamic mobility"}
"""Goals whose words are in another order than in their ids."""

MUSCLES: dict[Muscle, str] = {
    "gastrocnemius": "calf (gastrocnemius)",
    "soleus": "deep calf (soleus)",
    "hip-flexor": "front of the hip",
    "rectus-femoris": "front of the thigh",
    "lower-abdomen": "lower belly",
    "obliques": "sides of the trunk",
    "hip-extensors": "back of the hip",
    "adductors": "inner thigh",
    "trunk-rotation": "turning the trunk",
    "neck": "neck",
}

OCCASIONS: dict[SessionType, str] = {
    "pre-run": "before a run",
    "daily": "at home",
    "desk-reset": "at the desk",
    "post-run": "after a run",
    "lean-lab": "in a run",
    "any": "one thing",
}
"""When a routine is done; the order is that of the home screen."""


def goal_words(goal: Goal) -> str:
    """Return a goal in words: `dynamic mobility`."""
    return GOALS.get(goal, goal.replace("-", " "))


def position_words(position: Position) -> str:
    """Return a position in words: `on your hands and knees`."""
    return POSITIONS[position]


def need_words(need: str) -> str:
    """Return what a drill needs in words: `yoga block`."""
    return NEEDS.get(need, need)


def caution_words(caution: Caution) -> str:
    """Return a caution in words: `knee pain when kneeling`."""
    return CAUTIONS.get(caution, caution.replace("-", " "))


def muscle_words(muscle: Muscle) -> str:
    """Return a muscle in words: `calf (gastrocnemius)`."""
    return MUSCLES[muscle]


def occasion_words(kind: SessionType) -> str:
    """Return when a routine is done, in words: `before a run`."""
    return OCCASIONS[kind]


def capitalised(words: str) -> str:
    """Return words with a capital at their start, all others as they are."""
    return f"{words[:1].upper()}{words[1:]}"
