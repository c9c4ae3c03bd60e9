"""Each kind of work in time: its parts, the pacer's level, and its dose in words. `score/kinds` lists them."""
