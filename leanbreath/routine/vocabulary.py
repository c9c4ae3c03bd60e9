"""The fixed words of the file format, as types."""

from typing import Literal

Goal = Literal[
    "release",
    "mobility-static",
    "mobility-dynamic",
    "trunk-control",
    "strength",
    "lean-skill",
    "awareness",
    "raise",
    "transition",
    "rest",
]
Stretch = Literal["none", "static", "dynamic"]
Position = Literal[
    "supine",
    "supine-legs-long",
    "side-lying",
    "prone",
    "prone-elbows",
    "floor-seated",
    "quadruped",
    "plank",
    "half-kneel",
    "tall-kneel",
    "squat",
    "seated",
    "standing",
    "split-stance",
    "wall-lean",
    "walk",
    "jog",
]
Muscle = Literal[
    "gastrocnemius",
    "soleus",
    "hip-flexor",
    "rectus-femoris",
    "lower-abdomen",
    "obliques",
    "hip-extensors",
    "adductors",
    "trunk-rotation",
    "neck",
]
Limiter = Literal["calves", "hip-flexors", "lower-abdomen", "core-stiff", "head", "hip-extensors", "arms", "lean-skill"]
Need = Literal[
    "wall", "mat", "support", "step", "chair", "space", "shoes", "partner", "band", "bed", "block", "strap", "roller"
]
Caution = Literal[
    "dizziness",
    "breath-hold",
    "inversion",
    "hyperventilation",
    "recent-abdominal-surgery",
    "hernia",
    "pregnancy",
    "late-pregnancy-supine",
    "back-pain-in-extension",
    "knee-pain-kneeling",
    "wrist-pain",
    "achilles-insertion-pain",
    "calf-strain-recent",
    "fall-risk",
    "numbness",
    "reflux",
    "neck-pain",
    "spinal-stenosis",
    "hip-replacement-anterior",
    "unexplained-calf-swelling",
    "ankle-impingement",
    "knee-surgery",
    "shoulder-pain",
    "recent-birth",
]
Evidence = Literal["A", "B", "C", "D"]
SessionType = Literal["pre-run", "daily", "desk-reset", "post-run", "lean-lab", "any"]
Sides = Literal["none", "each", "alternate", "left", "right"]
Side = Literal["left", "right"]
FirstSide = Literal["left", "right", "alternate"]
Skip = Literal["first", "last", "always"]
Effort = Literal[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
EndedBy = Literal["runner", "most"]
"""What ended open work: the runner, or its most."""

LeanFelt = Literal["easier", "same", "harder"]

PainFelt = Literal["none", "some"]
"""Whether anything hurt in a session, as the runner says when it is over."""

YesOrNo = Literal["yes", "no"]
