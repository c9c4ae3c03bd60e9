"""The range of the volume."""

LOUDEST_DB, SOFTEST_DB = 6, -36
STEP_DB = 3
